package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.access.Office;

@Schema(description = "The office that a member is given.")
record MemberTerms(
        @Schema(description = "chair, vice-chair or member", examples = "chair") @NotNull
        Office office) {}
