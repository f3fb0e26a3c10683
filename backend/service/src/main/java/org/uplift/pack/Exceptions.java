package org.uplift.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.committee.ChallengeStatus;
import org.uplift.pack.PackContent.ActionPart;
import org.uplift.pack.PackContent.ChallengePart;
import org.uplift.pack.PackContent.ExceptionLine;
import org.uplift.pack.PackContent.InspectionPart;
import org.uplift.pack.PackContent.MilestonePart;
import org.uplift.pack.PackContent.NeedPart;
import org.uplift.pack.PackContent.OutcomePart;
import org.uplift.pack.PackContent.PriorityPart;
import org.uplift.pack.PackContent.ProcessPart;
import org.uplift.pack.PackContent.SchoolPart;
import org.uplift.pack.PackContent.TargetPart;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.target.Status;

/** Finds in what a pack says what needs the committee first. Titles hold no figures: by them packs are compared. */
final class Exceptions {
    private static final Comparator<ExceptionLine> GRAVEST_FIRST = Comparator.comparing(ExceptionLine::kind)
            .thenComparing(ExceptionLine::schoolName, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ExceptionLine::title);

    private final List<ExceptionLine> found = new ArrayList<>();

    private Exceptions() {}

    static List<ExceptionLine> of(
            List<SchoolPart> schools,
            Set<Integer> planned,
            List<PriorityPart> trust,
            List<ChallengePart> challenges,
            List<ActionPart> actions,
            AcademicYear year) {
        Exceptions exceptions = new Exceptions();
        for (SchoolPart school : schools) {
            exceptions.look(school);
            if (!planned.contains(school.urn())) {
                exceptions.add(
                        ExceptionKind.NO_PLAN,
                        school,
                        "No plan",
                        "There is no plan of the school for " + year + ".",
                        "/schools/" + school.urn());
            }
        }
        trust.forEach(priority -> exceptions.look(null, priority));
        challenges.forEach(exceptions::look);
        actions.forEach(exceptions::look);
        return exceptions.found.stream().sorted(GRAVEST_FIRST).toList();
    }

    private void look(SchoolPart school) {
        InspectionPart inspection = school.inspection();
        if (inspection != null && (inspection.categoryOfConcern() != null || inspection.safeguardingNotMet())) {
            add(
                    ExceptionKind.CATEGORY_OF_CONCERN,
                    school,
                    inspection.categoryOfConcern() == null
                            ? "Safeguarding: " + inspection.safeguarding()
                            : inspection.categoryOfConcern(),
                    inspection.type() + " of " + Words.day(inspection.startDate()) + ".",
                    "/schools/" + school.urn() + "/inspections");
        }
        NeedPart need = school.need();
        if (need != null) {
            look(school, need);
        }
        school.priorities().forEach(priority -> look(school, priority));
        school.outcomes().stream().filter(OutcomePart::behindEngland).forEach(outcome -> look(school, outcome));
        ProcessPart process = school.process();
        if (process.overdue() > 0 || process.missed() > 0) {
            add(
                    ExceptionKind.VISIT_OVERDUE,
                    school,
                    "Visits and activities",
                    process.overdue() + " overdue, " + process.missed() + " missed, " + process.done() + " done.",
                    "/timetable?school=" + school.urn());
        }
    }

    private void look(SchoolPart school, NeedPart need) {
        String link = "/schools/" + school.urn() + "/need";
        if (need.risen()) {
            add(
                    ExceptionKind.NEED_RISEN,
                    school,
                    "Need level " + need.levelLabel(),
                    "It was " + need.levelBefore() + " a term before"
                            + (need.score() == null
                                    ? "."
                                    : "; the score is " + need.score().toPlainString() + "."),
                    link);
        }
        if (!need.risks().isEmpty()) {
            add(ExceptionKind.RISK_OF_DECLINE, school, "Risk of decline", String.join(" ", need.risks()), link);
        }
    }

    private void look(SchoolPart school, OutcomePart outcome) {
        add(
                ExceptionKind.BEHIND_ENGLAND,
                school,
                outcome.measure(),
                outcome.value() + " in " + outcome.academicYear() + ", England " + outcome.england()
                        + "; the difference is larger than chance explains.",
                "/schools/" + school.urn() + "/outcomes?measure=" + outcome.measureCode());
    }

    private void look(@Nullable SchoolPart school, PriorityPart priority) {
        for (TargetPart target : priority.targets()) {
            ExceptionKind kind = target.resultOverdue() ? ExceptionKind.RESULT_OVERDUE : kind(target.status());
            if (kind != null) {
                add(kind, school, target.title(), target.why(), "/targets/" + target.id());
            }
        }
        for (MilestonePart milestone : priority.milestones()) {
            ExceptionKind kind = kind(milestone.status());
            if (kind != null) {
                add(kind, school, milestone.title(), milestone.why(), "/milestones/" + milestone.id());
            }
        }
    }

    private static @Nullable ExceptionKind kind(Status status) {
        return switch (status) {
            case OFF_TRACK, MISSED -> ExceptionKind.OFF_TRACK;
            case AT_RISK -> ExceptionKind.AT_RISK;
            case NO_DATA, ON_TRACK, ACHIEVED -> null;
        };
    }

    private void look(ChallengePart challenge) {
        if (challenge.status() == ChallengeStatus.OVERDUE) {
            found.add(new ExceptionLine(
                    ExceptionKind.CHALLENGE_OVERDUE,
                    null,
                    challenge.schoolName(),
                    challenge.question(),
                    challenge.asked() + " was to answer by " + Words.day(challenge.dueOn()) + ".",
                    "/challenges/" + challenge.id()));
        }
    }

    private void look(ActionPart action) {
        if (action.overdue() && action.dueOn() != null) {
            found.add(new ExceptionLine(
                    ExceptionKind.ACTION_OVERDUE,
                    null,
                    null,
                    action.what(),
                    action.who() + " was to do it by " + Words.day(action.dueOn()) + ".",
                    "/meetings/" + action.meetingId() + "#" + action.id()));
        }
    }

    private void add(ExceptionKind kind, @Nullable SchoolPart school, String title, String why, String link) {
        found.add(new ExceptionLine(
                kind, school == null ? null : school.urn(), school == null ? null : school.name(), title, why, link));
    }
}
