package org.uplift.concern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ConcernLists",
        description = "The code lists that concerns use, in their order, codes no longer in use too.")
record ConcernLists(
        List<ConcernCategoryLine> categories,

        @Schema(description = "Where concerns come from") List<ConcernCode> sources,

        @Schema(description = "How concerns end") List<ConcernCode> outcomes) {}
