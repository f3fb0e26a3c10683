package org.uplift.concern;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The chronologies of the concerns that the caller has open. */
@ApplicationScoped
class ConcernEntries extends ScopedRepository<ConcernEntry, UUID> {
    /** That of a concern, the newest first. */
    EntryPage of(Concerns.Opened opened, PageRequest page) {
        PanacheQuery<ConcernEntry> found = readable(
                        "concernId = :concern",
                        Map.of("concern", opened.concern().id()),
                        Sort.descending("id"))
                .page(page.page - 1, page.pageSize);
        return new EntryPage(
                found.list().stream().map(entry -> entry.line(opened.seal())).toList(), Paging.of(page, found.count()));
    }

    /** The gravest severity that somebody has changed to another one. */
    @Nullable
    Severity loweredFrom(Concern concern, UUID person) {
        return readable(
                        "concernId = :concern and kind = :kind and personId = :person",
                        Map.of("concern", concern.id(), "kind", EntryKind.SEVERITY, "person", person),
                        Sort.by("id"))
                .stream()
                .map(ConcernEntry::severityBefore)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Adds a line. */
    ConcernEntry add(Concerns.Opened opened, ConcernEntry.Told told, Concern.Act act) {
        if (told.corrects() != null
                && readable(
                                "id = :id and concernId = :concern",
                                Map.of(
                                        "id",
                                        told.corrects(),
                                        "concern",
                                        opened.concern().id()),
                                Sort.by("id"))
                        .firstResultOptional()
                        .isEmpty()) {
            throw Problem.invalid("/corrects", "unknown-entry", "It is no entry of this chronology.");
        }
        ConcernEntry entry = new ConcernEntry(opened.concern(), told, opened.seal(), act);
        persist(entry);
        return entry;
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }
}
