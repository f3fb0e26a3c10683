package org.uplift.dataset;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What is in a data set, and how to read it.", examples = """
        {"id": "need-levels", "title": "Need: levels", "description": "The need of each school in each term.",
         "source": "Uplift", "method": "See the guide on need.", "ofPupils": false, "remembers": true,
         "key": ["schoolUrn"],
         "columns": [{"name": "schoolUrn", "label": "School", "kind": "location", "type": "integer",
                      "description": "The school by its URN", "labelled": true, "symbolic": false,
                      "options": [{"code": "900001", "label": "Alder Grove Primary School"}]}],
         "symbols": [{"symbol": "x", "meaning": "not available"}], "outdated": false}""")
public record DataSetMeta(
        String id,
        String title,
        String description,

        @Schema(description = "Where its data come from") String source,

        @Schema(description = "How it is computed") String method,

        boolean ofPupils,

        @Schema(description = "It keeps what it was: asAt and version can be asked for")
        boolean remembers,

        @Schema(
                description =
                        "The columns by which rows are told apart, so far as these are shown; rows come in their order")
        List<String> key,

        List<ColumnDetail> columns,

        @Schema(description = "Those that can stand in its columns")
        List<DataSetSymbol> symbols,

        @Schema(description = "When something of it last changed, where that is kept") @Nullable
        Instant updatedAt,

        @Schema(description = "Some of it is being computed again from rows that have come in")
        boolean outdated,

        @Schema(description = "Its newest version; absent before there is one", examples = "1.4") @Nullable
        String version) {}
