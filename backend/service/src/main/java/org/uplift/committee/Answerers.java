package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Colleague;
import org.uplift.access.People;
import org.uplift.access.Person;
import org.uplift.access.Role;
import org.uplift.platform.Problem;

/** Who can be asked: the leaders of a school, and those of the trust. */
@ApplicationScoped
class Answerers {
    @Inject
    People people;

    @Inject
    Clock clock;

    List<Colleague> of(@Nullable Integer schoolUrn) {
        List<Colleague> found = new ArrayList<>();
        people.names(ids(schoolUrn)).forEach((id, name) -> found.add(new Colleague(id, name)));
        found.sort(Comparator.comparing((Colleague one) -> one.name().toLowerCase(Locale.UK))
                .thenComparing(Colleague::id));
        return found;
    }

    /** Somebody who can be asked; 422 for anybody else. */
    Person named(UUID id, @Nullable Integer schoolUrn) {
        if (!ids(schoolUrn).contains(id)) {
            throw Problem.invalid(
                    "/askedPersonId",
                    "unknown-person",
                    "Ask a leader of the school, or of the trust; they are listed.");
        }
        return people.known(id).orElseThrow(Problem::notFound);
    }

    private Set<UUID> ids(@Nullable Integer schoolUrn) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> ids = new HashSet<>(people.holders(Role.TRUST_LEADER, null, today));
        if (schoolUrn != null) {
            ids.addAll(people.holders(Role.SCHOOL_LEADER, schoolUrn, today));
        }
        return ids;
    }
}
