package org.uplift.file;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SentFile", description = "A file that somebody sent.")
public record FileSummary(
        UUID id,
        @Schema(examples = "Book look, year 4.pdf") String name,

        @Schema(description = "What it is by its content", examples = "application/pdf")
        String mediaType,

        @Schema(description = "In bytes") long size) {}
