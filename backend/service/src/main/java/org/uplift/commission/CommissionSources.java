package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.Measures;
import org.uplift.outcome.PupilGroups;
import org.uplift.platform.Problem;
import org.uplift.thing.Thing;
import org.uplift.thing.ThingKind;
import org.uplift.thing.Things;

/** What asks for support, and what is to move by it. */
@ApplicationScoped
class CommissionSources {
    /** The measures of a priority's targets, as far as they have one. */
    private static final String OF_PRIORITY = """
            select t.measure_code, t.cohort, t.pupil_group from target t
            where t.priority_id = :priority and t.measure_code is not null and {scope:t.school_urn}
            order by t.id limit 5
            """;

    @Inject
    Commissions commissions;

    @Inject
    Things things;

    @Inject
    Measures measures;

    @Inject
    PupilGroups groups;

    @Inject
    ScopedSql sql;

    /** What is to move: as it is said, else as the priority says. Refuses with 422 what is not there, with 409 what is asked already. */
    List<ImpactMeasure> checked(NewCommission wanted) {
        NewCommission.Source source = wanted.source();
        if (source != null) {
            check(source, wanted);
        }
        List<NewCommission.WantedMeasure> named = wanted.measures();
        if (named != null && !named.isEmpty()) {
            return named(named, wanted);
        }
        return source != null && source.kind() == SourceKind.PRIORITY
                ? sql.rows(Permission.READ_CYCLES, OF_PRIORITY, Map.of("priority", source.id())).stream()
                        .map(row -> new ImpactMeasure(
                                row.get("measure_code", String.class),
                                row.get("cohort", String.class),
                                row.get("pupil_group", String.class)))
                        .toList()
                : List.of();
    }

    private void check(NewCommission.Source source, NewCommission wanted) {
        Thing thing = things.of(List.of(source.id())).get(source.id());
        if (thing == null
                || thing.reference().kind() != ThingKind.valueOf(source.kind().name())
                || !Objects.equals(thing.schoolUrn(), wanted.schoolUrn())) {
            throw Problem.invalid(
                    "/source/id",
                    "unknown-source",
                    "There is no " + source.kind().code() + " of this school with this id.");
        }
        if (commissions.isAskedFor(source.id())) {
            throw Problem.conflict("Support has been asked for from this already, and has not ended.");
        }
    }

    private List<ImpactMeasure> named(List<NewCommission.WantedMeasure> named, NewCommission wanted) {
        if (wanted.schoolUrn() == null) {
            throw Problem.invalid(
                    "/measures", "not-applicable", "The outcomes of schools beyond the trust are not here.");
        }
        List<ImpactMeasure> found = new ArrayList<>();
        for (int at = 0; at < named.size(); at++) {
            NewCommission.WantedMeasure one = named.get(at);
            String path = "/measures/" + at;
            measures.named(path + "/measureCode", one.measureCode());
            groups.check(path + "/pupilGroup", one.pupilGroup());
            found.add(new ImpactMeasure(one.measureCode(), one.cohort(), one.pupilGroup()));
        }
        return found.stream().distinct().toList();
    }
}
