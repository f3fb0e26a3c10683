package org.uplift.commission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

record CandidatePage(
        List<Candidate> results,

        @Schema(description = "How many of all can give it; they come first")
        int fitting,

        Paging paging) {

    /** A page of all who are ranked: who is first is known only when everybody was looked at. */
    static CandidatePage of(List<Candidate> ranked, PageRequest page) {
        return new CandidatePage(
                ranked.stream().skip(page.offset()).limit(page.pageSize).toList(),
                (int) ranked.stream().filter(Candidate::fits).count(),
                Paging.of(page, ranked.size()));
    }
}
