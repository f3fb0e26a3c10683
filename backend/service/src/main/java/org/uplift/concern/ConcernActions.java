package org.uplift.concern;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.Problem;

/** What is to be done about the concerns that the caller has open. */
@ApplicationScoped
class ConcernActions extends ScopedRepository<ConcernAction, UUID> {
    private static final int MOST = 200;

    /** All of a concern, in the order in which they were agreed. */
    ConcernActionList of(Concerns.Opened opened, LocalDate today) {
        return new ConcernActionList(
                readable(
                                "concernId = :concern",
                                Map.of("concern", opened.concern().id()),
                                Sort.by("id"))
                        .page(0, MOST)
                        .list()
                        .stream()
                        .map(action -> action.line(opened.seal(), today))
                        .toList());
    }

    /** How many of a concern are open. */
    long open(UUID concern) {
        return readable("concernId = :concern and doneOn is null", Map.of("concern", concern), Sort.by("id"))
                .count();
    }

    /** How many a concern has. */
    long all(UUID concern) {
        return readable("concernId = :concern", Map.of("concern", concern), Sort.by("id"))
                .count();
    }

    /** Refuses one too many. */
    void requireRoom(UUID concern) {
        if (all(concern) >= MOST) {
            throw Problem.conflict("A concern has " + MOST + " actions at most.");
        }
    }

    /** The open ones that somebody leads, the first due first. */
    List<ConcernAction> ledBy(UUID person, int most) {
        return readable(
                        "leadId = :lead and doneOn is null",
                        Map.of("lead", person),
                        Sort.by("dueOn").and("id"))
                .page(0, most)
                .list();
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }
}
