package org.uplift.checkpoint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Signature", description = "Who signed and when.")
record SignatureLine(
        UUID personId,
        @Schema(description = "The name that they had then") String name,
        Instant at) {

    static SignatureLine of(Signature signature) {
        return new SignatureLine(signature.personId(), signature.name(), signature.at());
    }
}
