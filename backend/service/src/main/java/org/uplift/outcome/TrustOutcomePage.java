package org.uplift.outcome;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

record TrustOutcomePage(
        @Schema(description = "The measure over the schools of the trust, newest first")
        List<TrustValue> trust,

        @Schema(description = "The measure in each school that the caller may see")
        List<OutcomeValue> results,

        @Schema(
                description =
                        "Rows of these schools have come in that not all of the computed values count yet; they do in a moment")
        boolean outdated,

        Paging paging) {}
