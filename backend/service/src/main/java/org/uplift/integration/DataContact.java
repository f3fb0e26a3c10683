package org.uplift.integration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whom to ask about what a machine sends.")
record DataContact(
        @Schema(description = "What people call the integration")
        String integration,

        @Schema(description = "The kinds of rows that it may send")
        List<String> kinds,

        String contactName,
        String contactEmail) {}
