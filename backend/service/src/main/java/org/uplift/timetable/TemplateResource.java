package org.uplift.timetable;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.need.SchoolLevels;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.term.YearFilter;

/** By what timetables are made: when in a year which activities come. */
@Path("/api/v1/timetable")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Timetable")
public class TemplateResource {
    @Inject
    ActivityTypes types;

    @Inject
    Templates templates;

    @Inject
    SchoolLevels levels;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("template")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "Read the template of the timetable",
            description = "Of an academic year, with the ETag that changing it needs.")
    @APIResponseSchema(TemplateDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@Valid @BeanParam YearFilter filter, @Context Request request) {
        TemplateDetail detail = detail(filter.year(clock));
        return Revision.readComputed(request, detail, detail.version());
    }

    @PUT
    @Path("template")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Set the template of the timetable",
            description = "Of an academic year, and of those that follow until one has its own; for those who plan for"
                    + " the whole trust. What is planned already stays as it is until a timetable is made by it.")
    @APIResponseSchema(TemplateDetail.class)
    public Response set(
            @Valid @BeanParam YearFilter filter,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OwnTemplate wanted) {
        caller.require(Permission.PLAN_TIMETABLE, null);
        AcademicYear year = filter.year(clock);
        TemplateDetail before = detail(year);
        Revision.check(ifMatch, before.version(), before);
        requireRight(year, wanted.entries(), before.entries());
        Template template = before.own() ? templates.of(year) : new Template(year);
        template.change(wanted.entries());
        templates.persistAndFlush(template);
        TemplateDetail detail = detail(year);
        if (!detail.entries().equals(before.entries())) {
            activities.record(
                    Subject.TIMETABLE,
                    year.toString(),
                    null,
                    "changed the template of the timetable from " + year + " on",
                    null,
                    List.of(new Change(
                            "entries",
                            String.valueOf(before.entries().size()),
                            String.valueOf(detail.entries().size()))));
        }
        return Revision.changed(detail, detail.version());
    }

    private TemplateDetail detail(AcademicYear year) {
        return TemplateDetail.of(year, templates.of(year));
    }

    private void requireRight(AcademicYear year, List<EntryTerms> entries, List<EntryTerms> before) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.isAfter(year.firstDay()) ? today : year.firstDay();
        Map<String, ActivityType> known = types.byCode();
        List<String> codes = levels.codes();
        Set<UUID> ids = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            EntryTerms entry = entries.get(at);
            String path = "/entries/" + at;
            ActivityType type = known.get(entry.type());
            if (type == null) {
                errors.add(new FieldError(
                        path + "/type", "unknown-code", "There is no type of activity \"" + entry.type() + "\"."));
            } else if (!type.isValidOn(from) && before.stream().noneMatch(entry::isOfTypeOf)) {
                errors.add(new FieldError(
                        path + "/type",
                        "not-valid",
                        type.label() + " is not in use on " + Words.day(from) + "; choose another."));
            } else if (type.isOfTrust() && entry.leastLevel() != null) {
                errors.add(new FieldError(
                        path + "/leastLevel",
                        "of-trust",
                        type.label() + " is an activity of the trust; levels of need are those of schools."));
            }
            if (entry.leastLevel() != null && !codes.contains(entry.leastLevel())) {
                errors.add(new FieldError(
                        path + "/leastLevel",
                        "unknown-code",
                        "\"" + entry.leastLevel() + "\" is not a level of need; use " + String.join(", ", codes)
                                + "."));
            }
            if (entry.lastWeek() < entry.firstWeek()) {
                errors.add(new FieldError(
                        path + "/lastWeek",
                        "before-start",
                        "Week " + entry.lastWeek() + " is before week " + entry.firstWeek() + "."));
            }
            if (entry.id() != null && !ids.add(entry.id())) {
                errors.add(new FieldError(path + "/id", "twice", "The entry " + entry.id() + " is there twice."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
