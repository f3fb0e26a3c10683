package org.uplift.checkpoint;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** Who signed and when. */
@Embeddable
record Signature(UUID personId, String name, Instant at) {}
