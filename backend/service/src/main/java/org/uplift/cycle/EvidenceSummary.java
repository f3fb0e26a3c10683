package org.uplift.cycle;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Evidence", description = "What a priority rests on.")
public record EvidenceSummary(
        UUID id,
        EvidenceKind kind,

        @Schema(
                description =
                        "What it points at: the code of a measure or of an indicator of need, the id of an inspection, or a link; a"
                                + " note has none")
        @Nullable
        String reference,

        @Schema(description = "What it shows") String label) {

    static EvidenceSummary of(UUID id, Evidence evidence) {
        return new EvidenceSummary(id, evidence.kind(), evidence.reference(), evidence.label());
    }
}
