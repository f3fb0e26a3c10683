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
                        "What it points at: the code of a measure or of an indicator of need, the id of an inspection or of a concern, or a"
                                + " link; a note has none, and a concern only for who reads those of the school")
        @Nullable
        String reference,

        @Schema(description = "What it shows") String label) {

    private static final String SOME_CONCERN = "A concern";

    /**
     * Evidence as it is told.
     *
     * @param readsConcerns whether the reader may know which concern it is; others know that there is one, and neither
     *     about what nor since when
     */
    static EvidenceSummary of(UUID id, Evidence evidence, boolean readsConcerns) {
        if (evidence.kind() == EvidenceKind.CONCERN && !readsConcerns) {
            return new EvidenceSummary(id, evidence.kind(), null, SOME_CONCERN);
        }
        return new EvidenceSummary(id, evidence.kind(), evidence.reference(), evidence.label());
    }
}
