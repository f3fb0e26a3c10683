package org.uplift.timetable;

import jakarta.persistence.Embeddable;

/** A school that took part in an activity of the trust. */
@Embeddable
record TakingPart(int schoolUrn) {}
