package org.uplift.dataset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a data set is about.", examples = """
        {"id": "headline-outcomes", "title": "Headline outcomes",
         "description": "Attainment, progress and well-being of each school by year, cohort and group of pupils.",
         "ofPupils": false, "remembers": true}""")
public record DataSetSummary(
        @Schema(examples = "headline-outcomes") String id,
        String title,
        String description,

        @Schema(description = "Its rows are of single pupils, under pseudonyms")
        boolean ofPupils,

        @Schema(description = "It keeps what it was: asAt and version can be asked for")
        boolean remembers) {
    static DataSetSummary of(DataSet set) {
        return new DataSetSummary(set.id(), set.title(), set.description(), set.ofPupils(), set.remembers());
    }
}
