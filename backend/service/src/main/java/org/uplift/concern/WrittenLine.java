package org.uplift.concern;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ConcernLineWritten",
        description =
                "That a line was written. It tells nothing of it, because answers to repeated requests are stored.")
record WrittenLine(UUID id) {}
