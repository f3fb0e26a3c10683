package org.uplift.cycle;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A priority of the trust, as much as schools know of it.")
record TrustPriority(UUID id, String title) {}
