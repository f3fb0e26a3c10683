package org.uplift.concern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ConcernThemes",
        description =
                "The open concerns of your schools as a whole. Restricted ones are counted for nobody, so that these counts"
                        + " are the same for everyone who reads them.")
record ThemesDetail(
        @Schema(description = "The most frequent first") List<Theme> themes,
        List<Ageing> ageing,

        @Schema(description = "Who owns most first, 50 at most")
        List<Workload> owners,

        @Schema(description = "The schools with most first, 200 at most")
        List<SchoolConcerns> schools) {}
