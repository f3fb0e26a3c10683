package org.uplift.timetable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Actor;
import org.uplift.access.Caller;
import org.uplift.access.OnBehalf;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/**
 * What calendar programs fetch. They cannot sign in: the address itself is the secret, and opens what its owner may see at
 * that moment.
 */
@Path("/api/v1/calendars")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Timetable")
public class CalendarResource {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    @Inject
    Feeds feeds;

    @Inject
    People people;

    @Inject
    OnBehalf onBehalf;

    @Inject
    Caller caller;

    @ConfigProperty(name = "uplift.web.url")
    String web;

    @GET
    @Path("{secret: [A-Za-z0-9_-]{43}}.ics")
    @Produces(CALENDAR)
    @SecurityRequirementsSet
    @Operation(
            summary = "Fetch a calendar",
            description =
                    "By the address that its owner was given, as iCalendar (RFC 5545). Nobody signs in: an address"
                            + " that was taken back, or whose owner may see nothing any more, is not found.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response fetch(
            @Parameter(description = "The secret of the address") @PathParam("secret") String secret,
            @Context Request request) {
        Feeds.Feed feed = QuarkusTransaction.requiringNew()
                .call(() -> feeds.opened(secret))
                .orElseThrow(Problem::notFound);
        Actor owner = QuarkusTransaction.requiringNew().call(() -> people.actor(feed.owner()));
        String text = onBehalf.of(owner, () -> QuarkusTransaction.requiringNew().call(() -> seen(feed)));
        EntityTag tag = new EntityTag(Integer.toHexString(text.hashCode()));
        Response.@Nullable ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return (notModified == null ? Response.ok(text, CALENDAR) : notModified)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private String seen(Feeds.Feed feed) {
        var scope = caller.scope(Permission.READ_TIMETABLE);
        // Who is of a committee that looks after no school has the meetings of that committee.
        boolean meets = feed.about() == FeedAbout.PERSON && caller.ownCommittees().length > 0;
        if (scope.isEmpty() && !meets || feed.schoolUrn() != null && !scope.covers(feed.schoolUrn())) {
            throw Problem.notFound();
        }
        String name = switch (feed.about()) {
            case PERSON -> "Uplift";
            case SCHOOL -> "Uplift, school " + feed.schoolUrn();
            case TRUST -> "Uplift, the trust";
        };
        return Calendars.text(name, feeds.events(feed), web);
    }
}
