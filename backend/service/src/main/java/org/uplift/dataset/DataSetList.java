package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The data sets that the caller may read.", examples = """
        {"results": [{"id": "need-levels", "title": "Need: levels",
                      "description": "The need of each school in each term.", "ofPupils": false, "remembers": true}]}""")
public record DataSetList(List<DataSetSummary> results) {}
