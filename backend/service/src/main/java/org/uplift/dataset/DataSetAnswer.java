package org.uplift.dataset;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Paging;

@Schema(
        description =
                "Rows of a data set. Each has the columns of the set by their names; values of a column in which symbols can stand"
                        + " are texts, so that every value of it is of one type.",
        examples = """
        {"results": [{"academicYear": "2025/2026", "schoolUrn": 900001, "measureCode": "KS2_RWM_EXP",
                      "pupilGroup": "ALL", "value": "48.275862", "cohortSize": "29"}],
         "paging": {"page": 1, "pageSize": 100, "totalPages": 1, "totalResults": 1}}""")
public record DataSetAnswer(
        @Schema(
                examples =
                        "[{\"academicYear\": \"2025/2026\", \"schoolUrn\": 900001, \"pupilGroup\": \"ALL\", \"value\": \"61.5\"}]")
        List<Map<String, @Nullable Object>> results,

        Paging paging) {}
