package org.uplift.practice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PracticeSynonym", description = "Two words or phrases that mean the same.")
record PracticeSynonymLine(
        UUID id,
        @Schema(examples = "PP") String term,
        @Schema(examples = "disadvantaged") String means) {}
