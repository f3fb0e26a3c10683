package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** Everybody who has signed in, for the administrator. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.MANAGE_PEOPLE)
@Tag(name = "People and access")
public class PersonResource {
    @Inject
    People people;

    @Inject
    Memberships memberships;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(summary = "List people", description = "By name. A person is here from the first sign-in on.")
    public PersonPage list(
            @Parameter(description = "Part of a name or user name") @QueryParam("search") @Size(max = 100) @Nullable
                    String search,
            @Valid @BeanParam PageRequest page) {
        PanacheQuery<Person> found = people.search(search).page(page.page - 1, page.pageSize);
        List<Person> results = found.list();
        Map<UUID, Long> counts =
                memberships.countsToday(results.stream().map(Person::id).toList(), LocalDate.now(clock));
        return new PersonPage(
                results.stream()
                        .map(person -> PersonSummary.of(person, counts.getOrDefault(person.id(), 0L)))
                        .toList(),
                Paging.of(page, found.count()));
    }
}
