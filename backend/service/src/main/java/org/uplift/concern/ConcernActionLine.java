package org.uplift.concern;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernAction", description = "What is to be done about a concern.", examples = """
        {"id": "01a227b4-809a-72d1-8a36-3fe97cfcb901", "title": "Ask the bus company about the later bus",
         "leadPersonId": "01a227b3-d4f2-7fd2-902a-23cf41ea2942", "leadName": "Deputy head 900001", "dueOn": "2026-11-26",
         "overdue": false, "version": 0}""")
record ConcernActionLine(
        UUID id,
        String title,
        @Nullable UUID leadPersonId,
        @Nullable String leadName,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,

        @Schema(description = "Open, and due before today") boolean overdue,

        @Schema(description = "Revision, for If-Match") int version) {}
