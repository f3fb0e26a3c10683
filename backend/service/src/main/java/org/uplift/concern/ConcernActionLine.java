package org.uplift.concern;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernAction", description = "What is to be done about a concern.")
record ConcernActionLine(
        UUID id,
        String title,
        @Nullable UUID leadPersonId,
        @Nullable String leadName,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,

        @Schema(description = "Open, and due before today") boolean overdue,

        @Schema(description = "Revision, for If-Match") int version) {}
