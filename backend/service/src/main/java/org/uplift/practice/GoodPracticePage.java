package org.uplift.practice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

record GoodPracticePage(
        List<GoodPracticeSummary> results,
        Paging paging,

        @Schema(description = "Words that were searched for in the place of some that nothing has")
        List<String> meant,

        @Schema(description = "What was searched for too, because it means the same")
        List<String> also) {}
