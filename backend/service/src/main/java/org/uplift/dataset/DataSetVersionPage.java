package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(description = "The versions of a data set, newest first.", examples = """
                {"results": [{"version": "2.0", "kind": "major", "madeAt": "2026-11-20T23:55:00Z",
                              "changes": [{"kind": "removed", "column": "schoolUrn", "code": "900001",
                                           "label": "Alder Grove Primary School"}], "rowsChanged": 312},
                             {"version": "1.0", "kind": "major", "madeAt": "2026-11-19T23:55:00Z", "changes": [], "rowsChanged": 15757}],
                 "paging": {"page": 1, "pageSize": 50, "totalPages": 1, "totalResults": 2}}""")
public record DataSetVersionPage(List<DataSetVersion> results, Paging paging) {}
