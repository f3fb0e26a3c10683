package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.ColleaguePage;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** Who needs to know of a restricted concern. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class NeedToKnowResource {
    @Inject
    Concerns concerns;

    @Inject
    NeedsToKnow needs;

    @Inject
    ConcernEntries entries;

    @Inject
    People people;

    @Inject
    ConcernNews news;

    @GET
    @Path("concerns/{id}/need-to-know")
    @Transactional
    @Operation(
            summary = "List who needs to know of a restricted concern",
            description = "With why, and until when. For its safeguarding leads, who know of it without being named.")
    public NeedToKnowList needs(@PathParam("id") UUID id) {
        Concerns.Opened opened = concerns.open(id);
        opened.led();
        return needs.of(opened, concerns.today());
    }

    @POST
    @Path("concerns/{id}/need-to-know")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Name somebody who needs to know of a restricted concern",
            description =
                    "By a safeguarding lead. From then on they may read it, add to its chronology, and do what is given to"
                            + " them; they are told.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response name(@PathParam("id") UUID id, @NotNull @Valid NewNeedToKnow wanted) {
        Concerns.Opened opened = concerns.open(id);
        Concern concern = opened.led();
        concern.requireNotClosed();
        needs.requireRoom(id);
        if (needs.names(id, wanted.personId(), concerns.today())) {
            throw Problem.conflict("They are on the list already.");
        }
        Concern.Act act = concerns.act();
        NeedToKnow named = new NeedToKnow(concern, wanted, colleague(wanted.personId(), concern), opened.seal(), act);
        needs.persist(named);
        entries.add(opened, ConcernEntry.Told.change(EntryKind.NEED_TO_KNOW, null, named.name(), wanted.reason()), act);
        entries.flush();
        news.tell(wanted.personId(), NotificationKind.CONCERN_SHARED, concern);
        return WrittenLine.in("need-to-know", id, named.id(), concern.version());
    }

    @POST
    @Path("need-to-know/{id}/end")
    @Transactional
    @Operation(
            summary = "End that somebody needs to know of a concern",
            description = "By a safeguarding lead; it holds at once. That they were named stays known.")
    @APIResponseSchema(NeedToKnowLine.class)
    public Response end(@PathParam("id") UUID id) {
        NeedToKnow named = needs.readable(id);
        Concerns.Opened opened = concerns.open(named.concernId());
        opened.led();
        named.end(concerns.today());
        entries.add(opened, ConcernEntry.Told.change(EntryKind.NEED_TO_KNOW, named.name(), null, null), concerns.act());
        entries.flush();
        return Revision.changed(named.line(opened.seal(), concerns.today()), named.version());
    }

    @GET
    @Path("concerns/{id}/colleagues")
    @Transactional
    @Operation(
            summary = "List who could need to know of a restricted concern",
            description = "Those who work in the school or for the whole trust, by name. For its safeguarding leads.")
    public ColleaguePage colleagues(
            @PathParam("id") UUID id,
            @Parameter(description = "Part of a name") @QueryParam("search") @Size(max = 100) @Nullable String search,
            @Valid @BeanParam PageRequest page) {
        Concern concern = concerns.open(id).led();
        return people.page(Directory.COLLEAGUES, concern.schoolUrn(), concerns.today(), search, page);
    }

    private String colleague(UUID id, Concern concern) {
        if (people.among(Directory.COLLEAGUES, List.of(id), concern.schoolUrn(), concerns.today())
                .isEmpty()) {
            throw Problem.invalid(
                    "/personId", "unknown-person", "Nobody with this id works in the school or for the whole trust.");
        }
        return String.valueOf(people.names(List.of(id)).get(id));
    }
}
