package org.uplift.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernRead", description = "That somebody opened a restricted concern.")
record ReadLine(UUID id, UUID personId, String name, Instant at) {}
