package org.uplift.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** That somebody raised a concern: all that they keep of a restricted one. */
@Entity
@Immutable
class ConcernReceipt implements SchoolOwned {
    @Id
    private UUID concernId;

    private UUID personId;
    private Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "category_code")
    private ConcernCategory category;

    private Instant raisedAt;

    protected ConcernReceipt() {}

    ConcernReceipt(Concern concern, UUID personId) {
        concernId = concern.id();
        this.personId = personId;
        schoolUrn = concern.schoolUrn();
        category = concern.category();
        raisedAt = concern.raisedAt();
    }

    ReceiptLine line(@Nullable String schoolName) {
        return new ReceiptLine(
                concernId,
                ConcernReference.of(concernId),
                schoolUrn,
                schoolName,
                category.code(),
                category.label(),
                raisedAt);
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
