package org.uplift.delegation;

import java.math.BigDecimal;
import java.util.UUID;

/** What those things cost that are decided under the scheme of delegation: who decides can depend on it. */
public interface Costs {
    /** Whether it knows what such a decision costs. */
    boolean of(Decision decision);

    /** What the thing costs as it stands, in pounds. */
    BigDecimal cost(UUID subject);
}
