package org.uplift.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Changes in the order in which they were committed, and from where to go on.", examples = """
        {"results": [{"cursor": "fDh0oCjw291evs02Y-t1HbLX", "at": "2026-11-20T09:12:00Z", "kind": "outcome",
                      "id": "KS2_RWM_EXP 2025/2026", "schoolUrn": 900001, "what": "changed",
                      "href": "/api/v1/schools/900001/outcomes?measureCode=KS2_RWM_EXP&academicYear=2025%2F2026"}],
         "next": "Hk0UnDOV23nDH5l3BJ4O_WFB", "more": false}""")
record ChangePage(
        List<ChangeLine> results,

        @Schema(description = "Send it as since the next time; also where there was nothing")
        String next,

        @Schema(description = "Whether there is more to read at once")
        boolean more) {}
