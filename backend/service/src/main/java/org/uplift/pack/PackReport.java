package org.uplift.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.pack.PackContent.ActionPart;
import org.uplift.pack.PackContent.ChallengePart;
import org.uplift.pack.PackContent.ConcernPart;
import org.uplift.pack.PackContent.ExceptionLine;
import org.uplift.pack.PackContent.InspectionPart;
import org.uplift.pack.PackContent.ItemPart;
import org.uplift.pack.PackContent.JudgedPart;
import org.uplift.pack.PackContent.NeedPart;
import org.uplift.pack.PackContent.OutcomePart;
import org.uplift.pack.PackContent.PriorityPart;
import org.uplift.pack.PackContent.ProcessPart;
import org.uplift.pack.PackContent.SchoolPart;
import org.uplift.platform.Words;
import org.uplift.report.Table;

/** A pack in the words of its document. */
public record PackReport(String title, String asAt, List<String> lead, List<Section> sections) {
    private static final String NONE = "–";
    private static final String COMMITTEE = "Committee";

    /** What stands under one head. */
    public record Section(String title, List<String> lines, List<Table> tables) {}

    static PackReport of(PackContent pack, int number) {
        List<Section> sections = new ArrayList<>();
        sections.add(first(pack));
        pack.schools().forEach(school -> sections.add(school(school)));
        if (!pack.trust().isEmpty()) {
            sections.add(new Section("The trust’s plan", List.of(), plan(pack.trust())));
        }
        sections.add(table("Challenges", challenges(pack.challenges()), "No challenge is open."));
        sections.add(table("Actions of earlier meetings", actions(pack.actions()), "No action is open."));
        sections.add(table("Agenda", agenda(pack.agenda()), "The agenda was not prepared when the pack was built."));
        return new PackReport(
                "Pack of " + pack.committeeName() + ", " + Words.day(pack.meetingDay()),
                Words.day(pack.asAt()),
                List.of(
                        "For the meeting of " + Words.day(pack.meetingDay()) + " at " + pack.startsAt()
                                + (pack.place() == null ? "" : ", " + pack.place()) + ". Pack " + number
                                + ", as at " + Words.day(pack.asAt()) + ": it stays as it was then.",
                        "Numbers that would tell of one to five pupils or concerns are suppressed and shown as c; z is not applicable,"
                                + " x not available. Restricted concerns are nowhere in it, not in a number either."),
                sections);
    }

    private static Section first(PackContent pack) {
        if (pack.exceptions().isEmpty()) {
            return new Section("What needs the committee", List.of("Nothing stands out."), List.of());
        }
        return new Section(
                "What needs the committee",
                List.of(),
                List.of(new Table(
                        "The gravest first",
                        List.of("Why it is here", "Where", "What", "Facts"),
                        pack.exceptions().stream()
                                .map(line -> List.of(line.kind().words(), where(line), line.title(), line.why()))
                                .toList())));
    }

    private static String where(ExceptionLine line) {
        if (line.schoolName() != null) {
            return line.schoolName();
        }
        return line.kind() == ExceptionKind.CHALLENGE_OVERDUE || line.kind() == ExceptionKind.ACTION_OVERDUE
                ? COMMITTEE
                : "The trust";
    }

    private static Section school(SchoolPart school) {
        List<Table> tables = new ArrayList<>(plan(school.priorities()));
        tables.add(outcomes(school.outcomes()));
        InspectionPart inspection = school.inspection();
        if (inspection != null) {
            tables.add(new Table(
                    "Judgements of the inspection of " + Words.day(inspection.startDate()),
                    List.of("Area", "Grade"),
                    inspection.judgements().stream()
                            .map(judged -> List.of(judged.area(), judged.grade()))
                            .toList()));
        }
        return new Section(
                school.name(),
                Stream.of(
                                school.phase() + ", URN " + school.urn()
                                        + (school.numberOnRoll() == null
                                                ? "."
                                                : ", " + school.numberOnRoll() + " on roll."),
                                need(school.need()),
                                inspection(inspection),
                                concerns(school.concerns()),
                                process(school.process()))
                        .toList(),
                tables.stream().filter(table -> !table.rows().isEmpty()).toList());
    }

    private static String need(@Nullable NeedPart need) {
        if (need == null) {
            return "Need has not been assessed.";
        }
        return "Need, " + need.term() + ": "
                + (need.levelLabel() == null ? "not enough data" : need.levelLabel())
                + (need.levelBefore() == null ? "" : ", a term before " + need.levelBefore())
                + (need.score() == null ? "" : "; score " + need.score().toPlainString() + " of 100")
                + (need.direction() == null ? "" : ", " + need.direction().code()) + "."
                + (need.floor() == null ? "" : " " + need.floor())
                + need.risks().stream().map(risk -> " " + risk).collect(Collectors.joining());
    }

    private static String inspection(@Nullable InspectionPart inspection) {
        if (inspection == null) {
            return "No inspection is known.";
        }
        return inspection.type() + " of " + Words.day(inspection.startDate()) + " (" + inspection.framework() + ")"
                + Stream.of(
                                inspection.overall(),
                                inspection.ungraded(),
                                inspection.safeguarding() == null ? null : "safeguarding: " + inspection.safeguarding(),
                                inspection.categoryOfConcern())
                        .filter(Objects::nonNull)
                        .map(said -> ", " + said)
                        .collect(Collectors.joining())
                + (inspection.predecessor() ? ", at the URN that the school had before." : ".");
    }

    private static String concerns(ConcernPart concerns) {
        return "Open concerns: " + concerns.open() + ", parent complaints among them: " + concerns.complaints() + ".";
    }

    private static String process(ProcessPart process) {
        return "Quality process of the year: " + process.done() + " done, " + process.planned() + " to come, "
                + process.overdue() + " overdue, " + process.missed() + " missed.";
    }

    private static List<Table> plan(List<PriorityPart> priorities) {
        return Stream.of(
                        new Table(
                                "Priorities",
                                List.of("Priority", "Led by", "Newest checkpoint", "Actions"),
                                priorities.stream()
                                        .map(priority -> List.of(
                                                priority.title(),
                                                Objects.requireNonNullElse(priority.lead(), NONE),
                                                judged(priority.judged()),
                                                priority.actionsDone() + " done, " + priority.actionsOpen() + " open, "
                                                        + priority.actionsLate() + " late"))
                                        .toList()),
                        new Table(
                                "Targets",
                                List.of("Target", "Baseline", "To reach", "Latest", "Status", "Why"),
                                priorities.stream()
                                        .flatMap(priority -> priority.targets().stream())
                                        .map(target -> List.of(
                                                target.title(),
                                                target.baseline(),
                                                target.toReach() + ", " + Words.day(target.dueDate()),
                                                latest(target.latest(), target.latestDay()),
                                                Words.capital(
                                                        Words.of(target.status().code())),
                                                target.why()))
                                        .toList()),
                        new Table(
                                "Milestones",
                                List.of("Milestone", "Due", "Status", "Why"),
                                priorities.stream()
                                        .flatMap(priority -> priority.milestones().stream())
                                        .map(milestone -> List.of(
                                                milestone.title(),
                                                Words.day(milestone.dueDate()),
                                                Words.capital(Words.of(
                                                        milestone.status().code())),
                                                milestone.why()))
                                        .toList()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static String judged(@Nullable JudgedPart judged) {
        return judged == null
                ? NONE
                : Words.capital(Words.of(judged.judgement().code())) + ", " + judged.checkpoint() + " of "
                        + Words.day(judged.day());
    }

    private static String latest(@Nullable String latest, @Nullable LocalDate day) {
        return latest == null || day == null ? NONE : latest + ", " + Words.day(day);
    }

    private static Table outcomes(List<OutcomePart> outcomes) {
        return new Table(
                "Outcomes",
                List.of("Measure", "When", "Value", "Year before", "Disadvantaged", "England", "Local authority"),
                outcomes.stream()
                        .map(outcome -> List.of(
                                outcome.measure()
                                        + (outcome.cohort().equals("ALL") ? "" : ", year " + outcome.cohort()),
                                outcome.assessmentPoint() + " " + outcome.academicYear(),
                                outcome.value()
                                        + (outcome.resultStatus().equals("provisional") ? " (provisional)" : ""),
                                Objects.requireNonNullElse(outcome.before(), NONE),
                                Objects.requireNonNullElse(outcome.disadvantaged(), NONE),
                                Objects.requireNonNullElse(outcome.england(), NONE)
                                        + (outcome.behindEngland() ? ", behind" : ""),
                                Objects.requireNonNullElse(outcome.localAuthority(), NONE)))
                        .toList());
    }

    private static Section table(String title, Table table, String otherwise) {
        return table.rows().isEmpty()
                ? new Section(title, List.of(otherwise), List.of())
                : new Section(title, List.of(), List.of(table));
    }

    private static Table challenges(List<ChallengePart> challenges) {
        return new Table(
                "Not settled, or settled since the meeting before",
                List.of("Question", "Asked by", "Asked", "To answer by", "Status", "Answer"),
                challenges.stream()
                        .map(challenge -> List.of(
                                challenge.question(),
                                challenge.askedBy(),
                                challenge.asked(),
                                Words.day(challenge.dueOn()),
                                Words.capital(challenge.status().code()),
                                Objects.requireNonNullElse(challenge.answer(), NONE)))
                        .toList());
    }

    private static Table actions(List<ActionPart> actions) {
        return new Table(
                "Not done yet",
                List.of("What", "Who", "Due"),
                actions.stream()
                        .map(action -> List.of(
                                action.what(),
                                action.who(),
                                action.dueOn() == null
                                        ? NONE
                                        : Words.day(action.dueOn()) + (action.overdue() ? ", overdue" : "")))
                        .toList());
    }

    private static Table agenda(List<ItemPart> items) {
        return new Table(
                "In order",
                List.of("Item", "Title"),
                items.stream()
                        .map(item -> List.of(String.valueOf(item.position()), item.title()))
                        .toList());
    }
}
