package org.uplift.practice;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.outcome.Actual;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Measures;
import org.uplift.outcome.NamedOutcomes;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.outcome.PupilGroups;
import org.uplift.platform.Revision;
import org.uplift.practice.PracticeMeasures.PracticeMeasure;
import org.uplift.practice.PracticeMeasures.PracticeMeasureValue;
import org.uplift.school.AcademicYear;

/** The measures that a school names as evidence of good practice, read from what is stored. */
@Path("/api/v1/good-practice/{id}/measures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Good practice")
public class PracticeMeasureResource {
    private static final int YEARS = 5;

    @Inject
    GoodPractices practices;

    @Inject
    NamedOutcomes outcomes;

    @Inject
    Measures measures;

    @Inject
    PupilGroups groups;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "Read the measures of good practice",
            description =
                    "The newest value of each of the last five years, from what is stored now. Who may see the outcomes of"
                            + " the school sees them as there. Others see all pupils of a whole cohort, because the school names it: where"
                            + " it would not be hidden from who sees the school without its pupils, and no other school can be worked out.")
    @APIResponseSchema(PracticeMeasures.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        GoodPracticeSummary practice = practices.summary(id);
        return Revision.readComputed(request, shown(practice), practice.version());
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Name the measures of good practice",
            description =
                    "All of them, in their order, by those who may change the cycles of its school. Naming one shows its whole"
                            + " cohort to every school. That of the trust has none.")
    @APIResponseSchema(PracticeMeasures.class)
    public Response name(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MeasureTerms wanted) {
        GoodPracticeSummary current = practices.summary(id);
        caller.require(Permission.CHANGE_CYCLES, current.schoolUrn());
        Revision.check(ifMatch, current.version(), current);
        for (int at = 0; at < wanted.measures().size(); at++) {
            MeasureKey key = wanted.measures().get(at);
            measures.named("/measures/" + at + "/measureCode", key.measureCode());
            groups.check("/measures/" + at + "/pupilGroup", key.pupilGroup());
        }
        GoodPractice practice = practices.findById(id);
        practice.name(wanted.measures());
        practices.flush();
        activities.record(
                Subject.PRACTICE,
                id.toString(),
                practice.schoolUrn(),
                "named " + counted(wanted.measures().size()) + " of good practice \"" + practice.title() + "\"");
        return Revision.changed(shown(practices.summary(id)), practice.version());
    }

    private static String counted(int measures) {
        return switch (measures) {
            case 0 -> "no measure";
            case 1 -> "one measure";
            default -> measures + " measures";
        };
    }

    private PracticeMeasures shown(GoodPracticeSummary practice) {
        Integer urn = practice.schoolUrn();
        List<MeasureKey> named = practices.findById(practice.id()).measures();
        if (urn == null || named.isEmpty()) {
            return new PracticeMeasures(urn == null || outcomes.isSeen(urn), List.of(), practice.version());
        }
        Map<String, Measure> known =
                measures.byCode(named.stream().map(MeasureKey::measureCode).toList());
        Map<String, String> labels = groups.labels();
        Map<SeriesKey, List<Actual>> values = outcomes.of(
                practice.id(),
                urn,
                named.stream().map(key -> series(urn, key)).toList(),
                AcademicYear.of(LocalDate.now(clock)).minus(YEARS - 1));
        return new PracticeMeasures(
                outcomes.isSeen(urn),
                named.stream()
                        .map(key -> measure(
                                key,
                                Objects.requireNonNull(known.get(key.measureCode())),
                                labels,
                                values.getOrDefault(series(urn, key), List.of())))
                        .toList(),
                practice.version());
    }

    private static SeriesKey series(int urn, MeasureKey key) {
        return new SeriesKey(urn, key.measureCode(), key.cohort(), key.pupilGroup());
    }

    private static PracticeMeasure measure(
            MeasureKey key, Measure measure, Map<String, String> labels, List<Actual> values) {
        return new PracticeMeasure(
                key.measureCode(),
                measure.label(),
                key.cohort(),
                key.pupilGroup(),
                labels.getOrDefault(key.pupilGroup(), key.pupilGroup()),
                values.stream()
                        .sorted(Comparator.comparing(Actual::date).reversed())
                        .map(value -> value(value, measure))
                        .toList());
    }

    private static PracticeMeasureValue value(Actual actual, Measure measure) {
        return new PracticeMeasureValue(
                actual.academicYear(),
                actual.assessmentPoint(),
                measure.show(actual),
                actual.cohortSize(),
                actual.resultStatus());
    }
}
