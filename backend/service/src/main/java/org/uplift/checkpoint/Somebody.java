package org.uplift.checkpoint;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A person with the name that they had then. */
@Embeddable
record Somebody(UUID personId, String name) {}
