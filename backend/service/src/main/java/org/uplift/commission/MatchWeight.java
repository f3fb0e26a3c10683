package org.uplift.commission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** How much a part counts in the ranking. */
@Entity
@Immutable
class MatchWeight {
    @Id
    @Enumerated(EnumType.STRING)
    private MatchPart part;

    private String label;
    private BigDecimal weight;

    protected MatchWeight() {}

    MatchWeight(MatchPart part, String label, BigDecimal weight) {
        this.part = part;
        this.label = label;
        this.weight = weight;
    }

    MatchPart part() {
        return part;
    }

    String label() {
        return label;
    }

    BigDecimal weight() {
        return weight;
    }
}
