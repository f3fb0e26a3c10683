package org.uplift.concern;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** Who opened the restricted concerns that the caller has open. */
@ApplicationScoped
class ConcernReads extends ScopedRepository<ConcernRead, UUID> {
    private static final Duration ONE_OPENING = Duration.ofMinutes(1);

    /** Keeps that somebody opens one; what one page asks for within a minute is one opening. */
    void keep(Concern concern, Concern.Act act) {
        long justNow = readable(
                        "concernId = :concern and personId = :person and at > :since",
                        Map.of(
                                "concern",
                                concern.id(),
                                "person",
                                act.personId(),
                                "since",
                                act.at().minus(ONE_OPENING)),
                        Sort.by("id"))
                .count();
        if (justNow == 0) {
            persist(new ConcernRead(concern, act));
        }
    }

    /** Those of a concern, newest first. */
    ReadPage of(UUID concern, PageRequest page) {
        PanacheQuery<ConcernRead> found = readable(
                        "concernId = :concern", Map.of("concern", concern), Sort.descending("id"))
                .page(page.page - 1, page.pageSize);
        return new ReadPage(found.list().stream().map(ConcernRead::line).toList(), Paging.of(page, found.count()));
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }
}
