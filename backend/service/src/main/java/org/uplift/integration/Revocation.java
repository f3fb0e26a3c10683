package org.uplift.integration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IntegrationRevocation", description = "Why a client may send nothing any more.")
record Revocation(
        @Schema(required = true, description = "The reason; it is recorded, and told to the client")
        @NotBlank
        @Size(max = 1000)
        String reason) {}
