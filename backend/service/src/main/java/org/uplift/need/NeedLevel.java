package org.uplift.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** How much support a school is entitled to, and from which score on. */
@Entity
@Immutable
public class NeedLevel {
    @Id
    private String code;

    private String label;
    private int position;
    private BigDecimal fromScore;
    private int entitlementDays;
    private boolean inConcern;

    protected NeedLevel() {}

    NeedLevel(String code, int position, BigDecimal fromScore, int entitlementDays, boolean inConcern) {
        this.code = code;
        label = code;
        this.position = position;
        this.fromScore = fromScore;
        this.entitlementDays = entitlementDays;
        this.inConcern = inConcern;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    int position() {
        return position;
    }

    BigDecimal fromScore() {
        return fromScore;
    }

    /** Days of support in an academic year. */
    int entitlementDays() {
        return entitlementDays;
    }

    /** Whether a school in a category of concern is at least here. */
    boolean isOfConcern() {
        return inConcern;
    }

    NeedLevelLine line() {
        return new NeedLevelLine(code, label, fromScore, entitlementDays, inConcern);
    }
}
