package org.uplift.commission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

record CandidatePage(
        List<Candidate> results,

        @Schema(description = "How many of all can give it; they come first")
        int fitting,

        Paging paging) {}
