package org.uplift.digest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What you can say about your digest.")
record DigestTerms(@NotNull Frequency frequency) {}
