package org.uplift.need;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** What a single fact counts for in an indicator: a grade, an outcome in words, a severity, a judgement. */
@Embeddable
record NeedPoints(String code, String label, BigDecimal points, int position) {}
