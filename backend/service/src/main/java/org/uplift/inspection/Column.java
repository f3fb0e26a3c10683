package org.uplift.inspection;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;

/** A column of the monthly file, by the names that it has had; files say {@code NULL} where there is nothing. */
record Column(List<String> names) {
    private static final String NOTHING = "NULL";

    static Column of(String... names) {
        return new Column(Arrays.asList(names));
    }

    /** What the row says under the first of the names that holds anything; null when that is nothing. */
    @Nullable
    String value(CsvRow row) {
        String value = names.isEmpty() ? null : row.value(nameIn(row));
        return NOTHING.equalsIgnoreCase(value) ? null : value;
    }

    /** The name under which the row says something, or else the present one. */
    String nameIn(CsvRow row) {
        return names.stream()
                .filter(name -> row.value(name) != null)
                .findFirst()
                .orElse(name());
    }

    /** The present name. */
    String name() {
        return names.isEmpty() ? "" : names.getFirst();
    }

    boolean isIn(CsvFile file) {
        return names.stream().anyMatch(file::has);
    }
}
