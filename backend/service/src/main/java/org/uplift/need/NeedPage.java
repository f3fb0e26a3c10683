package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;
import org.uplift.term.TermOfYear;

record NeedPage(
        List<NeedRow> results,

        @Schema(description = "The terms of which there are assessments that you may see, the newest first; 60 at most")
        List<TermOfYear> terms,

        Paging paging) {}
