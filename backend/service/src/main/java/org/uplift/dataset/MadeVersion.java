package org.uplift.dataset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A version of a data set that has been made.")
public record MadeVersion(
        @Schema(description = "The id of the data set", examples = "need-levels")
        String dataSet,

        @Schema(examples = "1.4") String version) {}
