package org.uplift.target;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The value of a point of a trajectory as it is stored. */
@Embeddable
class TrajectoryValue {
    private @Nullable Integer schoolUrn;

    @Column(name = "value")
    private BigDecimal value;

    protected TrajectoryValue() {}

    TrajectoryValue(@Nullable Integer schoolUrn, BigDecimal value) {
        this.schoolUrn = schoolUrn;
        this.value = value;
    }

    BigDecimal value() {
        return value;
    }

    void change(BigDecimal to) {
        value = to;
    }
}
