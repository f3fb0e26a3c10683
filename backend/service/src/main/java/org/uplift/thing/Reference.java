package org.uplift.thing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which thing, and in which cycle. */
@Schema(description = "Which thing, and the cycle on whose page it is to be found where it has no page of its own.")
public record Reference(ThingKind kind, UUID id, UUID cycleId) {}
