package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record NeedIndicatorList(
        @Schema(description = "In the order in which they are shown")
        List<NeedIndicatorLine> results) {}
