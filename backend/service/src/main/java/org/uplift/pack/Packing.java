package org.uplift.pack;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.concern.ConcernCounts;
import org.uplift.concern.ConcernThemes;
import org.uplift.inspection.InspectionSummary;
import org.uplift.inspection.Inspections;
import org.uplift.need.NeedAssessments;
import org.uplift.need.NeedStanding;
import org.uplift.outcome.HeadlineOutcome;
import org.uplift.outcome.Outcomes;
import org.uplift.outcome.PupilGroups;
import org.uplift.pack.PackContent.ConcernPart;
import org.uplift.pack.PackContent.GradePart;
import org.uplift.pack.PackContent.InspectionPart;
import org.uplift.pack.PackContent.MilestonePart;
import org.uplift.pack.PackContent.NeedPart;
import org.uplift.pack.PackContent.OutcomePart;
import org.uplift.pack.PackContent.PriorityPart;
import org.uplift.pack.PackContent.ProcessPart;
import org.uplift.pack.PackContent.SchoolPart;
import org.uplift.pack.PackContent.TargetPart;
import org.uplift.pack.PackFacts.PriorityFact;
import org.uplift.pack.PackFacts.SchoolFact;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.target.LatestActual;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.Milestones;
import org.uplift.target.Target;
import org.uplift.target.TargetSummary;
import org.uplift.target.Targets;
import org.uplift.timetable.ParticipationLine;
import org.uplift.timetable.YearPlans;

/**
 * Assembles packs. It reads by the same ways as every page does, with the sight of a member of the committee, so that a pack can
 * tell nothing that its readers may not see; in as many statements however many schools there are.
 */
@ApplicationScoped
class Packing {
    private static final int MOST_TARGETS = 1000;
    private static final int YEARS_OF_OUTCOMES = 3;
    private static final Set<String> NOT_MET = Set.of("not-met", "not-effective");

    @Inject
    PackFacts facts;

    @Inject
    NeedAssessments need;

    @Inject
    Inspections inspections;

    @Inject
    ConcernThemes concerns;

    @Inject
    YearPlans timetable;

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    Outcomes outcomes;

    @Inject
    PupilGroups groups;

    @Inject
    Clock clock;

    /** What a pack for a meeting says today. The caller has to have the sight of a member. */
    PackContent of(Occasion meeting) {
        LocalDate today = LocalDate.now(clock);
        AcademicYear year = AcademicYear.of(today);
        Map<@Nullable Integer, List<PriorityPart>> priorities = priorities(year, today);
        List<SchoolPart> schools = schools(year, priorities);
        List<PriorityPart> trust = priorities.getOrDefault(null, List.of());
        var challenges = facts.challenges(meeting);
        var actions = facts.actions(meeting, today);
        return new PackContent(
                meeting.committeeId(),
                meeting.committeeName(),
                meeting.id(),
                meeting.day(),
                meeting.startsAt(),
                meeting.place(),
                today,
                year,
                Exceptions.of(schools, facts.planned(year), trust, challenges, actions, year),
                schools,
                trust,
                challenges,
                actions,
                facts.agenda(meeting));
    }

    private List<SchoolPart> schools(AcademicYear year, Map<@Nullable Integer, List<PriorityPart>> priorities) {
        List<SchoolFact> schools = facts.schools();
        Map<Integer, NeedStanding> needs = need.newest();
        Map<Integer, InspectionSummary> inspected =
                inspections.newest(schools.stream().map(SchoolFact::urn).toList());
        Map<Integer, ConcernCounts> counted = concerns.countsBySchool();
        Map<Integer, ParticipationLine> participations = timetable.participations(year);
        Map<Integer, List<HeadlineOutcome>> headlines =
                outcomes.headlines(new AcademicYear(year.start() - YEARS_OF_OUTCOMES));
        return schools.stream()
                .map(school -> new SchoolPart(
                        school.urn(),
                        school.name(),
                        school.phase(),
                        school.numberOnRoll(),
                        need(needs.get(school.urn())),
                        inspection(inspected.get(school.urn())),
                        concerns(counted.get(school.urn())),
                        process(participations.get(school.urn())),
                        priorities.getOrDefault(school.urn(), List.of()),
                        headlines.getOrDefault(school.urn(), List.of()).stream()
                                .map(Packing::outcome)
                                .toList()))
                .toList();
    }

    /** The priorities of the year with what is followed of them, by school; those of the trust's plan under none. */
    private Map<@Nullable Integer, List<PriorityPart>> priorities(AcademicYear year, LocalDate today) {
        List<PriorityFact> found = facts.priorities(year, today);
        List<Target> aims = targets.ofYear(year);
        List<MilestoneSummary> steps =
                milestones.ofPriorities(found.stream().map(PriorityFact::id).toList());
        if (aims.size() >= MOST_TARGETS || steps.size() >= MOST_TARGETS) {
            throw Problem.conflict(
                    "There are more targets than a pack can tell of; give the committee fewer schools, or end targets.");
        }
        Map<String, String> labels = groups.labels();
        Map<UUID, List<TargetSummary>> aimed =
                targets.summaries(aims).stream().collect(groupingBy(TargetSummary::priorityId));
        Map<UUID, List<MilestoneSummary>> marked = steps.stream()
                .filter(milestone -> milestone.endedOn() == null)
                .collect(groupingBy(MilestoneSummary::priorityId));
        Map<@Nullable Integer, List<PriorityPart>> parts = new HashMap<>();
        for (PriorityFact fact : found) {
            parts.computeIfAbsent(fact.schoolUrn(), any -> new ArrayList<>())
                    .add(new PriorityPart(
                            fact.id(),
                            fact.cycleId(),
                            fact.title(),
                            fact.lead(),
                            fact.judged(),
                            aimed.getOrDefault(fact.id(), List.of()).stream()
                                    .map(target -> target(target, labels))
                                    .toList(),
                            marked.getOrDefault(fact.id(), List.of()).stream()
                                    .map(Packing::milestone)
                                    .toList(),
                            fact.actionsDone(),
                            fact.actionsOpen(),
                            fact.actionsLate()));
        }
        return parts;
    }

    private static TargetPart target(TargetSummary target, Map<String, String> labels) {
        LatestActual latest = target.latestActual();
        return new TargetPart(
                target.id(),
                target.measureLabel()
                        + (target.pupilGroup().equals("ALL")
                                ? ""
                                : ", " + labels.getOrDefault(target.pupilGroup(), target.pupilGroup()))
                        + (target.cohort().equals("ALL") ? "" : ", year " + target.cohort()),
                Words.figure(target.baselineValue()),
                Words.figure(target.targetValue()),
                target.dueDate(),
                latest == null ? null : latest.display(),
                latest == null ? null : latest.date(),
                target.expected() == null ? null : Words.figure(target.expected()),
                target.status(),
                target.statusReason(),
                target.lacksResult());
    }

    private static MilestonePart milestone(MilestoneSummary milestone) {
        return new MilestonePart(
                milestone.id(),
                milestone.milestone(),
                milestone.dueDate(),
                milestone.status(),
                milestone.statusReason());
    }

    private static @Nullable NeedPart need(@Nullable NeedStanding need) {
        return need == null
                ? null
                : new NeedPart(
                        need.term(),
                        need.score(),
                        need.level(),
                        need.levelLabel(),
                        need.levelBefore(),
                        need.risen(),
                        need.direction(),
                        need.floor(),
                        need.riskReasons());
    }

    private static @Nullable InspectionPart inspection(@Nullable InspectionSummary inspection) {
        return inspection == null
                ? null
                : new InspectionPart(
                        inspection.id(),
                        inspection.inspectionTypeLabel(),
                        inspection.frameworkLabel(),
                        inspection.startDate(),
                        inspection.overallEffectivenessLabel(),
                        inspection.ungradedOutcome(),
                        inspection.safeguarding() == null ? null : inspection.safeguardingLabel(),
                        NOT_MET.contains(String.valueOf(inspection.safeguarding())),
                        inspection.categoryOfConcernLabel(),
                        inspection.predecessor(),
                        inspection.judgements().stream()
                                .map(judged -> new GradePart(judged.areaLabel(), judged.gradeLabel()))
                                .toList());
    }

    private static ConcernPart concerns(@Nullable ConcernCounts counts) {
        return counts == null
                ? new ConcernPart("0", "0")
                : new ConcernPart(number(counts.open()), number(counts.complaints()));
    }

    private static String number(@Nullable Integer count) {
        return count == null ? "c" : String.valueOf(count);
    }

    private static ProcessPart process(@Nullable ParticipationLine line) {
        return line == null
                ? new ProcessPart(0, 0, 0, 0)
                : new ProcessPart(line.done(), line.planned(), line.overdue(), line.missed());
    }

    private static OutcomePart outcome(HeadlineOutcome outcome) {
        return new OutcomePart(
                outcome.measureCode(),
                outcome.measureLabel(),
                outcome.cohort(),
                outcome.academicYear(),
                outcome.assessmentPoint(),
                outcome.resultStatus(),
                outcome.display(),
                outcome.before(),
                outcome.disadvantaged(),
                outcome.england(),
                outcome.localAuthority(),
                outcome.behindEngland());
    }
}
