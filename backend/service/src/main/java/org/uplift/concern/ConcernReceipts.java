package org.uplift.concern;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.Schools;

/** What the caller keeps of the concerns that they raised. */
@ApplicationScoped
class ConcernReceipts extends ScopedRepository<ConcernReceipt, UUID> {
    @Inject
    Schools schools;

    /** Those of the caller, newest first. */
    ReceiptPage mine(PageRequest page) {
        PanacheQuery<ConcernReceipt> found = readable(
                        "personId = :me",
                        Map.of("me", caller.personId()),
                        Sort.descending("raisedAt").and("concernId"))
                .page(page.page - 1, page.pageSize);
        List<ConcernReceipt> receipts = found.list();
        Map<Integer, String> names = schools.names(
                receipts.stream().map(ConcernReceipt::schoolUrn).distinct().toList());
        return new ReceiptPage(
                receipts.stream()
                        .map(receipt -> receipt.line(names.get(receipt.schoolUrn())))
                        .toList(),
                Paging.of(page, found.count()));
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }
}
