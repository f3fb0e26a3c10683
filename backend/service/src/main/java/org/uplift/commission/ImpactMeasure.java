package org.uplift.commission;

import jakarta.persistence.Embeddable;

/** What is to move by the support: a measure for a cohort and a group. */
@Embeddable
record ImpactMeasure(String measureCode, String cohort, String pupilGroup) {}
