package org.uplift.digest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.uplift.work.MyWork;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;

/**
 * What a digest says: how much of each kind waits, in lines that are written here. Nothing of it was typed by anybody, so
 * that a mailbox gives nothing away.
 */
record Letter(String subject, List<String> lines) {
    private static final int DAYS_OF_WEEK = 7;

    /** What one says on a day; without lines there is nothing to send. */
    static Letter of(MyWork work, long unread, LocalDate today) {
        List<String> lines = new ArrayList<>();
        for (WorkKind kind : WorkKind.values()) {
            List<WorkItem> items =
                    work.results().stream().filter(item -> item.kind() == kind).toList();
            if (!items.isEmpty()) {
                String line = line(kind, items, today);
                if (!lines.contains(line)) {
                    lines.add(line);
                }
            }
        }
        if (unread > 0) {
            lines.add(counted(unread, "notification is", "notifications are") + " unread.");
        }
        int waiting = work.results().size();
        return new Letter(
                waiting == 0
                        ? "Uplift: unread notifications"
                        : "Uplift: " + counted(waiting, "thing waits", "things wait") + " for you",
                List.copyOf(lines));
    }

    private static String line(WorkKind kind, List<WorkItem> items, LocalDate today) {
        int all = items.size();
        return switch (kind) {
            case APPROVAL -> counted(all, "thing waits", "things wait") + " for your approval.";
            case CONSULTATION -> counted(all, "thing waits", "things wait") + " for your opinion.";
            case COMMISSION -> dated(items, "piece of support", "pieces of support", today);
            case EXPERT_TO_CONFIRM -> counted(all, "profile waits", "profiles wait") + " to be confirmed.";
            case CHECKPOINT_TO_SIGN -> counted(all, "checkpoint waits", "checkpoints wait") + " for your signature.";
            case ACTION -> dated(items, "action", "actions", today);
            case CHECKPOINT_TO_RECORD -> dated(items, "checkpoint to record", "checkpoints to record", today);
            case OCCURRENCE -> dated(items, "activity of the timetable", "activities of the timetable", today);
            case TARGET_OFF_TRACK ->
                counted(all, "target is", "targets are") + " off track, at risk or without a result that is overdue.";
            // Not even how many: a mailbox may be read by others than its owner.
            case CONCERN_TO_CLOSE, CONCERN, CONCERN_ACTION -> "Something waits for you that is named in Uplift alone.";
            case CHALLENGE -> dated(items, "challenge to answer", "challenges to answer", today);
            case CHALLENGE_TO_JUDGE ->
                counted(all, "answered challenge waits", "answered challenges wait") + " for the committee's word.";
            case PACK -> counted(all, "pack waits", "packs wait") + " to be read before a meeting.";
            case PACK_TO_BUILD -> dated(items, "pack to build", "packs to build", today);
            case PRACTICE_TO_REVIEW ->
                dated(items, "good practice to look at again", "pieces of good practice to look at again", today);
            case MEETING_ACTION -> dated(items, "action from a meeting", "actions from meetings", today);
            case TERM_OF_OFFICE ->
                counted(all, "term of office ends", "terms of office end") + " soon, or has ended without a successor.";
            case QUARANTINE -> "Rows wait in quarantine.";
        };
    }

    /** "3 actions are due this week, 1 is overdue, 2 are due later." with what there is of that. */
    private static String dated(List<WorkItem> items, String one, String many, LocalDate today) {
        long overdue = items.stream().filter(WorkItem::overdue).count();
        long week = items.stream().filter(item -> isThisWeek(item, today)).count();
        long later = items.size() - overdue - week;
        List<String> parts = new ArrayList<>();
        add(parts, week, one, many, "due this week");
        add(parts, overdue, one, many, "overdue");
        add(parts, later, one, many, "due later, or on no day yet");
        return String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, long count, String one, String many, String how) {
        if (count > 0) {
            boolean named = parts.isEmpty();
            parts.add(counted(count, named ? one + " is" : "is", named ? many + " are" : "are") + " " + how);
        }
    }

    private static boolean isThisWeek(WorkItem item, LocalDate today) {
        LocalDate due = item.dueOn();
        return due != null && !item.overdue() && due.isBefore(today.plusDays(DAYS_OF_WEEK));
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** As plain text, with the two addresses that it has. */
    String text(String home, String settings) {
        return String.join("\n", lines) + "\n\nYour work: " + home + "\n\nHow often this comes: " + settings + "\n";
    }

    /** The same as HTML; nothing in it needs escaping but the addresses, which are the operator's. */
    String html(String home, String settings) {
        return "<!doctype html><html lang=\"en-GB\"><body style=\"font-family:sans-serif\"><ul><li>"
                + String.join("</li><li>", lines)
                + "</li></ul><p><a href=\"" + home + "\">Your work</a></p><p><small><a href=\"" + settings
                + "\">How often this comes</a></small></p></body></html>";
    }
}
