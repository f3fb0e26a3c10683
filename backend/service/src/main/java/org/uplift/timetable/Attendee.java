package org.uplift.timetable;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part beside the lead. */
@Embeddable
record Attendee(UUID personId, @Nullable Integer schoolUrn) {}
