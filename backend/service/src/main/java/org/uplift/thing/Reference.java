package org.uplift.thing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which thing, and in which cycle. */
@Schema(
        description =
                "Which thing, and the cycle on whose page it is to be found where it has no page of its own; needs,"
                        + " concerns, planned activities, good practice, support and profiles belong to none.")
public record Reference(ThingKind kind, UUID id, @Nullable UUID cycleId) {}
