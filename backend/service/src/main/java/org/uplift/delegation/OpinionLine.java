package org.uplift.delegation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Opinion", description = "What somebody who is consulted has said before it was decided.")
record OpinionLine(
        @Schema(description = "For which body they said it") Body body, String text, String author, Instant at) {}
