package org.uplift.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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

@Schema(description = "What a pack says that an earlier one of the same committee did not, and the other way round.")
record PackComparison(
        PackSummary pack,

        @Schema(description = "The one that it is compared with")
        PackSummary with,

        @Schema(description = "What needs the committee now, and did not then")
        List<ExceptionLine> appeared,

        @Schema(description = "What needed the committee then, and does no longer")
        List<ExceptionLine> gone,

        @Schema(description = "School by school; the trust first")
        List<Change> changes) {

    /** What is the same thing in two packs. */
    private record Thing(ChangeArea area, @Nullable Integer schoolUrn, String key) {}

    /** What a pack says of it. */
    private record Said(@Nullable String schoolName, String what, String words) {}

    static PackComparison of(PackSummary pack, PackContent now, PackSummary with, PackContent before) {
        return new PackComparison(
                pack,
                with,
                without(now.exceptions(), before.exceptions()),
                without(before.exceptions(), now.exceptions()),
                changes(said(before), said(now)));
    }

    private static List<ExceptionLine> without(List<ExceptionLine> some, List<ExceptionLine> others) {
        Set<List<@Nullable Object>> known =
                others.stream().map(PackComparison::identity).collect(Collectors.toSet());
        return some.stream().filter(line -> !known.contains(identity(line))).toList();
    }

    private static List<@Nullable Object> identity(ExceptionLine line) {
        return Arrays.asList(line.kind(), line.schoolUrn(), line.title(), line.link());
    }

    private static List<Change> changes(Map<Thing, Said> before, Map<Thing, Said> now) {
        Set<Thing> things = new LinkedHashSet<>(now.keySet());
        things.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (Thing thing : things) {
            Said then = before.get(thing);
            Said today = now.get(thing);
            String was = then == null ? null : then.words();
            String is = today == null ? null : today.words();
            if (!Objects.equals(was, is)) {
                Said named = today == null ? Objects.requireNonNull(then) : today;
                changes.add(new Change(thing.area(), thing.schoolUrn(), named.schoolName(), named.what(), was, is));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<Thing, Said> said(PackContent pack) {
        Map<Thing, Said> said = new LinkedHashMap<>();
        plan(said, null, pack.trust());
        pack.schools().forEach(school -> school(said, school));
        return said;
    }

    private static void school(Map<Thing, Said> said, SchoolPart school) {
        say(said, ChangeArea.SCHOOL, school, "", "In the pack", "yes");
        InspectionPart inspection = school.inspection();
        if (inspection != null) {
            say(
                    said,
                    ChangeArea.INSPECTION,
                    school,
                    "",
                    "Newest inspection",
                    Stream.of(
                                    inspection.type() + " of " + Words.day(inspection.startDate()),
                                    inspection.overall(),
                                    inspection.ungraded(),
                                    inspection.categoryOfConcern())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
        }
        NeedPart need = school.need();
        if (need != null) {
            say(
                    said,
                    ChangeArea.NEED,
                    school,
                    "",
                    "Need level",
                    Objects.requireNonNullElse(need.levelLabel(), "not enough data"));
        }
        plan(said, school, school.priorities());
        for (OutcomePart outcome : school.outcomes()) {
            say(
                    said,
                    ChangeArea.OUTCOME,
                    school,
                    outcome.measureCode() + " " + outcome.cohort() + (outcome.isOfSummer() ? " summer" : ""),
                    outcome.measure() + (outcome.cohort().equals("ALL") ? "" : ", year " + outcome.cohort()),
                    outcome.value() + ", " + outcome.assessmentPoint() + " " + outcome.academicYear());
        }
        say(
                said,
                ChangeArea.CONCERNS,
                school,
                "open",
                "Open concerns",
                school.concerns().open());
        say(
                said,
                ChangeArea.CONCERNS,
                school,
                "complaints",
                "Parent complaints",
                school.concerns().complaints());
        ProcessPart process = school.process();
        say(
                said,
                ChangeArea.PROCESS,
                school,
                "",
                "Quality process",
                process.done() + " done, " + process.overdue() + " overdue, " + process.missed() + " missed");
    }

    private static void plan(Map<Thing, Said> said, @Nullable SchoolPart school, List<PriorityPart> priorities) {
        for (PriorityPart priority : priorities) {
            for (TargetPart target : priority.targets()) {
                String words = Words.capital(Words.of(target.status().code()));
                say(
                        said,
                        ChangeArea.TARGET,
                        school,
                        target.id().toString(),
                        target.title(),
                        target.latest() == null ? words : words + ", at " + target.latest());
            }
            for (MilestonePart milestone : priority.milestones()) {
                say(
                        said,
                        ChangeArea.MILESTONE,
                        school,
                        milestone.id().toString(),
                        milestone.title(),
                        Words.capital(Words.of(milestone.status().code())));
            }
        }
    }

    private static void say(
            Map<Thing, Said> said,
            ChangeArea area,
            @Nullable SchoolPart school,
            String key,
            String what,
            String words) {
        said.put(
                new Thing(area, school == null ? null : school.urn(), key),
                new Said(school == null ? null : school.name(), what, words));
    }
}
