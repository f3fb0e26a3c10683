package org.uplift.concern;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.Problem;

/** Who needs to know of restricted concerns. */
@ApplicationScoped
class NeedsToKnow extends ScopedRepository<NeedToKnow, UUID> {
    private static final int MOST = 200;

    /** The list of a concern, those whose need has ended too. */
    NeedToKnowList of(Concerns.Opened opened, LocalDate today) {
        return new NeedToKnowList(
                readable(
                                "concernId = :concern",
                                Map.of("concern", opened.concern().id()),
                                Sort.by("id"))
                        .page(0, MOST)
                        .list()
                        .stream()
                        .map(named -> named.line(opened.seal(), today))
                        .toList());
    }

    /** Whether somebody stands on the list of a concern on a day. */
    boolean names(UUID concern, UUID person, LocalDate day) {
        return readable(
                                "concernId = :concern and personId = :person and from <= :day and (until is null or until > :day)",
                                Map.of("concern", concern, "person", person, "day", day),
                                Sort.by("id"))
                        .count()
                > 0;
    }

    /** Refuses one too many. */
    void requireRoom(UUID concern) {
        if (readable("concernId = :concern", Map.of("concern", concern), Sort.by("id"))
                        .count()
                >= MOST) {
            throw Problem.conflict("A list has " + MOST + " lines at most.");
        }
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }
}
