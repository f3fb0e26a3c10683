package org.uplift.access;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The person who is signed in. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "People and access")
public class MeResource {
    @Inject
    People people;

    @Inject
    Memberships memberships;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "Who am I, and what may I do",
            description = "Makes the person known at the first sign-in. Without a membership the list of permissions is"
                    + " empty: ask the administrator.")
    public Me get() {
        people.refreshSelf();
        Person self = people.self();
        List<Me.Grant> grants = Permission.all().stream()
                .map(this::grant)
                .filter(grant -> grant.trust()
                        || !grant.schools().isEmpty()
                        || !grant.committees().isEmpty())
                .toList();
        return new Me(
                self.id(),
                self.name(),
                self.username(),
                self.email(),
                caller.roles().stream().toList(),
                memberships.ofToday(self.id(), LocalDate.now(clock)).stream()
                        .map(MembershipSummary::of)
                        .toList(),
                grants);
    }

    private Me.Grant grant(String permission) {
        Scope scope = caller.scope(permission);
        return new Me.Grant(
                permission,
                scope.trust(),
                List.copyOf(scope.schools()),
                List.copyOf(caller.committees(permission).committees()));
    }
}
