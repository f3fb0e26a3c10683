package org.uplift.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.work.MyWork;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;

class LetterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static WorkItem item(WorkKind kind, LocalDate due) {
        return WorkItem.of(kind, "Marker of a title", "planned", "Marker of a reason", 900001, "Marker School", null)
                .due(due, TODAY);
    }

    private static Letter letter(long unread, WorkItem... items) {
        return Letter.of(new MyWork(List.of(items), List.of(), true), unread, TODAY);
    }

    @Test
    void itCountsWhatIsDueWhen() {
        Letter letter = letter(
                0,
                item(WorkKind.ACTION, TODAY),
                item(WorkKind.ACTION, TODAY.plusDays(6)),
                item(WorkKind.ACTION, TODAY.plusDays(2)),
                item(WorkKind.ACTION, TODAY.minusDays(1)),
                item(WorkKind.ACTION, TODAY.plusDays(7)),
                item(WorkKind.CHECKPOINT_TO_SIGN, null),
                item(WorkKind.CHECKPOINT_TO_SIGN, null));
        assertEquals(
                List.of(
                        "2 checkpoints wait for your signature.",
                        "3 actions are due this week, 1 is overdue, 1 is due later, or on no day yet."),
                letter.lines());
        assertEquals("Uplift: 7 things wait for you", letter.subject());
    }

    @Test
    void oneIsSaidAsOne() {
        assertEquals(
                List.of("1 action is overdue."),
                letter(0, item(WorkKind.ACTION, TODAY.minusDays(3))).lines());
        assertEquals(
                List.of("1 thing waits for your approval.", "1 notification is unread."),
                letter(1, item(WorkKind.APPROVAL, null)).lines());
        assertEquals(
                "Uplift: 1 thing waits for you",
                letter(1, item(WorkKind.APPROVAL, null)).subject());
    }

    @Test
    void whereNothingWaitsThereIsNothingToSend() {
        assertEquals(List.of(), letter(0).lines());
    }

    @Test
    void nothingOfItWasTypedByAnybody() {
        WorkItem[] all = new WorkItem[WorkKind.values().length];
        for (WorkKind kind : WorkKind.values()) {
            all[kind.ordinal()] = item(kind, TODAY);
        }
        Letter letter = letter(2, all);
        String sent = letter.subject()
                + letter.text("https://u.example/", "https://u.example/n")
                + letter.html("https://u.example/", "https://u.example/n");
        assertFalse(sent.contains("Marker"), sent);
        assertFalse(sent.contains("900001"), sent);
        assertTrue(sent.contains("https://u.example/n"));
        // What is about concerns is one line, whatever waits; and one tells of notifications.
        assertEquals(all.length - 2 + 1, letter.lines().size());
    }
}
