package org.uplift.cycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StageBlocker", description = "Something that is missing before a cycle may enter a stage.")
record Blocker(
        @Schema(description = "Stable code of what is missing", examples = "no-evidence")
        String code,

        @Schema(description = "What is missing, for people") String message,

        @Schema(
                description = "Path of the resource to complete",
                examples = "/api/v1/priorities/01997f0a-5c1e-7000-8000-000000000001")
        String link) {}
