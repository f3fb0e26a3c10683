package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

@Schema(
        description =
                "csv: symbols stand in the place of values. ndjson: one object in a line. parquet: numbers are numbers, and symbols"
                        + " stand in columns whose names end in Symbol. xlsx: a workbook of one sheet, of 1,048,575 rows at most.")
public enum DownloadFormat {
    CSV("text/csv; charset=utf-8", true),
    NDJSON("application/x-ndjson", true),
    PARQUET("application/vnd.apache.parquet", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false);

    private final String mediaType;
    private final boolean lines;

    DownloadFormat(String mediaType, boolean lines) {
        this.mediaType = mediaType;
        this.lines = lines;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For query parameters. */
    public static DownloadFormat fromString(String code) {
        for (DownloadFormat format : values()) {
            if (format.code().equals(code)) {
                return format;
            }
        }
        throw Problem.invalid("/format", "unknown-code", "\"" + code + "\" is not csv, ndjson, parquet or xlsx.");
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a row is a line of text: such a file can be continued, and compressed on the way. */
    boolean isOfLines() {
        return lines;
    }

    /** Whether why there is no value stands in a column of its own. */
    boolean keepsSymbolsApart() {
        return this == PARQUET;
    }

    RowWriter writer(OutputStream out, List<Output> outputs, boolean continued) throws IOException {
        return switch (this) {
            case CSV -> new CsvWriter(out, outputs, continued);
            case NDJSON -> new NdjsonWriter(out, outputs);
            case PARQUET -> new ParquetRows(out, outputs);
            case XLSX -> new XlsxWriter(out, outputs);
        };
    }
}
