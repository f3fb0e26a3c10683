package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(description = "The questions that you keep, by name.", examples = """
                {"results": [{"id": "01a227c3-86bd-79ef-bcb5-6ed065f6cdec", "name": "Absence", "dataSet": "attendance", "search": "",
                              "address": "/data/attendance", "savedAt": "2026-11-20T09:30:00Z"}],
                 "paging": {"page": 1, "pageSize": 50, "totalPages": 1, "totalResults": 1}}""")
public record SavedQueryPage(List<SavedQueryLine> results, Paging paging) {}
