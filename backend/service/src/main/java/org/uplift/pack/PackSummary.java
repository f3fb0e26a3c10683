package org.uplift.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Pack", description = "A frozen pack of a meeting.")
record PackSummary(
        UUID id,
        UUID committeeId,
        String committeeName,
        UUID meetingId,
        LocalDate meetingDay,

        @Schema(description = "Of those of the meeting, from 1")
        int number,

        @Schema(description = "A later one was built for the same meeting")
        boolean superseded,

        @Schema(description = "The day whose state it tells")
        LocalDate asAt,

        Instant builtAt,
        String builtBy,

        @Schema(description = "How many schools it tells of")
        int schools,

        @Schema(description = "How many things need the committee")
        int exceptions,

        @Schema(description = "SHA-256 of its content, in hexadecimal digits; also in the record of activity")
        String contentSha256,

        @Schema(description = "SHA-256 of its document, in hexadecimal digits; also in the record of activity")
        String documentSha256,

        @Schema(description = "How many bytes the document has")
        int documentSize,

        @Schema(description = "The newest one of the meeting before that has any; absent where there is none") @Nullable
        UUID previousId) {}
