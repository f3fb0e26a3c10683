package org.uplift.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A column of a file.")
record FileColumn(
        @Schema(examples = "Unique Pupil Number") String heading,

        @Schema(description = "Its value in the first row, as it is read; absent when there is none") @Nullable
        String first) {}
