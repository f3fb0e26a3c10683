package org.uplift.platform;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a page stands in its list. */
@Schema(description = "Where a page stands in its list.")
public record Paging(
        @Schema(description = "This page, from 1") int page,
        @Schema(description = "Entries per page") int pageSize,
        @Schema(description = "How many pages there are") long totalPages,

        @Schema(description = "How many entries there are that you may see")
        long totalResults) {

    public static Paging of(PageRequest request, long total) {
        return new Paging(request.page, request.pageSize, (total + request.pageSize - 1) / request.pageSize, total);
    }
}
