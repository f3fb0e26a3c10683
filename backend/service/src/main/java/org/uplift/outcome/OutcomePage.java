package org.uplift.outcome;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

record OutcomePage(
        List<OutcomeValue> results,

        @Schema(
                description =
                        "Rows of the school have come in that not all of the computed values count yet; they do in a moment")
        boolean outdated,

        Paging paging) {}
