package org.uplift.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Changes in the order in which they were committed, and from where to go on.")
record ChangePage(
        List<ChangeLine> results,

        @Schema(description = "Send it as since the next time; also where there was nothing")
        String next,

        @Schema(description = "Whether there is more to read at once")
        boolean more) {}
