package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What stands in place of a value.")
public record DataSetSymbol(@Schema(examples = "c") String symbol, String meaning) {
    static final List<DataSetSymbol> ALL = List.of(
            new DataSetSymbol("c", "Suppressed: it would tell of few pupils, or of few people"),
            new DataSetSymbol("z", "Not applicable"),
            new DataSetSymbol("x", "Not available"));
}
