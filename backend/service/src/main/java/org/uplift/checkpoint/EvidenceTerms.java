package org.uplift.checkpoint;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewCheckpointEvidence",
        description = "Something that was seen or shown: words, a link or a file; words may go with the others.")
record EvidenceTerms(
        @Schema(description = "The part of the cycle to which it belongs, one of those that the checkpoint looks at")
        @Nullable
        UUID reference,

        @Schema(description = "What it is, or what it shows", examples = "Four books of twelve had no corrections")
        @Size(max = 2000)
        @Nullable
        String text,

        @Schema(description = "An address on the web", examples = "https://example.org/policy")
        @Size(max = 2000)
        @Pattern(regexp = "https?://\\S+", message = "is an address that begins with https:// or http://")
        @Nullable
        String link,

        @Schema(description = "A file that you have sent") @Nullable
        UUID fileId) {

    /** Its words; absent where there are none to read. */
    @Nullable
    String words() {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
