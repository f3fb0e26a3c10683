package org.uplift.timetable;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;
import org.uplift.school.Schools;

/** The calendars of the person who is signed in, to which their calendar program subscribes. */
@Path("/api/v1/timetable/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_TIMETABLE)
@Tag(name = "Timetable")
public class FeedResource {
    private static final String ABOUT = "me, trust, or the URN of a school";

    /** What a part of the address stands for. */
    private record About(FeedAbout about, @Nullable Integer schoolUrn) {
        static About of(String text) {
            if (text.matches("\\d{6}")) {
                return new About(FeedAbout.SCHOOL, Integer.valueOf(text));
            }
            return switch (text) {
                case "me" -> new About(FeedAbout.PERSON, null);
                case "trust" -> new About(FeedAbout.TRUST, null);
                default -> throw Problem.notFound();
            };
        }

        String words() {
            return switch (about) {
                case PERSON -> "their own timetable";
                case SCHOOL -> "the timetable of the school";
                case TRUST -> "the timetable of the trust";
            };
        }
    }

    @Inject
    Feeds feeds;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Activities activities;

    @ConfigProperty(name = "uplift.web.url")
    String web;

    @GET
    @Transactional
    @Operation(
            summary = "List your calendars",
            description = "Those that have an address, with the day on which a program fetched each last.")
    public FeedList list() {
        return new FeedList(feeds.own());
    }

    @PUT
    @Path("{about}")
    @Transactional
    @Operation(
            summary = "Make an address for a calendar of yours",
            description =
                    "It is shown once; where there was one before, that no longer opens the calendar. It says what is"
                            + " planned, where and when, and nothing more; and shows what you may see when it is fetched.")
    @APIResponseSchema(FeedAddress.class)
    public Response issue(@Parameter(description = ABOUT, example = "me") @PathParam("about") String about) {
        About wanted = About.of(about);
        if (wanted.schoolUrn() != null) {
            schools.require(Permission.READ_TIMETABLE, wanted.schoolUrn());
        }
        // What a calendar shows goes by the roles with which its owner came last.
        people.refreshSelf();
        String secret = feeds.issue(wanted.about(), wanted.schoolUrn());
        record(wanted, "made an address for");
        CacheControl nowhere = new CacheControl();
        nowhere.setNoStore(true);
        return Response.ok(new FeedAddress(web + "/api/v1/calendars/" + secret + ".ics"))
                .cacheControl(nowhere)
                .build();
    }

    @DELETE
    @Path("{about}")
    @Transactional
    @Operation(summary = "Take the address of a calendar back", description = "From then on it opens nothing.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response revoke(@Parameter(description = ABOUT, example = "me") @PathParam("about") String about) {
        About wanted = About.of(about);
        if (!feeds.revoke(wanted.about(), wanted.schoolUrn())) {
            throw Problem.notFound();
        }
        record(wanted, "took back the address of");
        return Response.noContent().build();
    }

    private void record(About about, String verb) {
        activities.record(Subject.TIMETABLE, "calendar", about.schoolUrn(), verb + " a calendar with " + about.words());
    }
}
