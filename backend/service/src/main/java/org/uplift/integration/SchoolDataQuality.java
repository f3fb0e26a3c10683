package org.uplift.integration;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How complete and how fresh the data of a school is. */
@Schema(
        description =
                "How complete and how fresh the data of a school is, and whom to ask. Counts only, never rows of pupils.")
record SchoolDataQuality(
        @Schema(examples = "900001") int schoolUrn,
        String schoolName,

        @Schema(description = "Always all kinds: pupils, assessment-results, attendance, suspensions, measure-values")
        List<KindQuality> kinds,

        @Schema(
                description =
                        "Of each key stage and year group with results, the measure that most pupils miss rows for")
        List<Completeness> completeness,

        @Schema(
                description =
                        "Since when measures do not count all rows because they could not be computed; absent when they do. It is"
                                + " tried again")
        @Nullable
        Instant outdatedSince,

        @Schema(description = "The machines that send for this school")
        List<DataContact> contacts) {}
