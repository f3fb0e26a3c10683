package org.uplift.integration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many rows wait for one reason.")
record WaitingRows(
        @Schema(description = "Why they wait", examples = "unknown-pupil")
        String code,

        long rows) {}
