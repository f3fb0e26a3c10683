package org.uplift.delegation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** The scheme of delegation: who decides what, published to everybody, and its versions as an administrator records them. */
@Path("/api/v1/delegation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegation")
public class DelegationResource {
    /** Nothing of a version is ever changed by who holds it. */
    private static final String ONLY_VERSION = "0";

    @Inject
    Scheme scheme;

    @Inject
    Caller caller;

    @Inject
    Activities activities;

    @Inject
    Event<RuleAdopted> adopted;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHEME)
    @Operation(
            summary = "Read the scheme of delegation",
            description =
                    "Who decides, who recommends, who is consulted and who is informed, for each decision and up to which cost,"
                            + " as it is on a day.")
    public SchemeDetail get(
            @Parameter(description = "On this day; today when absent") @QueryParam("on") @Nullable LocalDate on) {
        LocalDate day = on == null ? today() : on;
        return new SchemeDetail(
                day, scheme.on(day).stream().map(DelegationRule::summary).toList());
    }

    @GET
    @Path("versions")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHEME)
    @Operation(
            summary = "List the versions of the scheme of delegation",
            description =
                    "Each line with when it began and ended, those to come first. None that has begun is ever changed.")
    public RulePage versions(
            @Parameter(description = "Of this decision") @QueryParam("decision") @Nullable Decision decision,
            @Valid @BeanParam PageRequest page) {
        return scheme.versions(decision, page);
    }

    @POST
    @Path("versions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_SCHEME)
    @Operation(
            summary = "Record another version of a line of the scheme of delegation",
            description =
                    "From today or a later day on, until then the present one holds. What was decided stays decided by the rule"
                            + " of its day; what waits is decided by the one in force on the day of the decision.")
    @APIResponseSchema(value = RuleSummary.class, responseCode = "201")
    public Response record(@NotNull @Valid NewRule wanted) {
        LocalDate from = wanted.validFrom();
        if (from.isBefore(today())) {
            throw Problem.invalid(
                    "/validFrom",
                    "in-past",
                    Words.day(from) + " is over: what was decided then stays by the rule of that day.");
        }
        DelegationRule rule = new DelegationRule(wanted, caller.name(), clock.instant());
        DelegationRule next = scheme.from(rule).orElse(null);
        if (next != null && next.validFrom().equals(from)) {
            throw Problem.conflict("A version of it begins on " + Words.day(from) + " already.");
        }
        scheme.before(rule).ifPresent(before -> before.until(from));
        rule.until(next == null ? null : next.validFrom());
        scheme.persistAndFlush(rule);
        record(rule, "recorded a version of the scheme of delegation", wanted.reason());
        adopted.fire(new RuleAdopted(rule.decision()));
        return Response.created(URI.create("/api/v1/delegation/versions?decision="
                        + rule.decision().code()))
                .entity(rule.summary())
                .tag(ONLY_VERSION)
                .build();
    }

    @DELETE
    @Path("versions/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_SCHEME)
    @Operation(
            summary = "Take a version of the scheme of delegation back",
            description = "Before it begins; the one before it holds on. One that has begun stays.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response takeBack(@PathParam("id") UUID id) {
        DelegationRule rule = scheme.findByIdOptional(id).orElseThrow(Problem::notFound);
        if (!rule.validFrom().isAfter(today())) {
            throw Problem.conflict(
                    "It has begun on " + Words.day(rule.validFrom()) + "; record another version after it.");
        }
        scheme.before(rule).ifPresent(before -> before.until(rule.validUntil()));
        scheme.delete(rule);
        scheme.flush();
        record(rule, "took back a version of the scheme of delegation", null);
        return Response.noContent().build();
    }

    private void record(DelegationRule rule, String what, @Nullable String reason) {
        activities.record(
                Subject.DELEGATION,
                rule.decision().code(),
                null,
                what + " from " + Words.day(rule.validFrom()) + ": " + rule.words(),
                reason,
                List.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
