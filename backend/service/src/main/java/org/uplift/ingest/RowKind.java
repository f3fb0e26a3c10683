package org.uplift.ingest;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A kind of rows that can be sent: which fields they have, and who takes them in. */
public interface RowKind {
    String CSV = "text/csv";
    String NDJSON = "application/x-ndjson";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** As in the address, for example {@code pupils}. */
    String code();

    /** The fields that a row may have. */
    List<String> fields();

    /** The fields that every row has to have. */
    List<String> needed();

    /**
     * The rows of a file of this kind; the media type is one that the address takes. What it has to ask of the database
     * it asks now: while the rows are read and staged, the database answers nothing else.
     */
    default RowSource read(String mediaType, InputStream in) {
        return switch (mediaType) {
            case NDJSON -> new NdjsonSource(in);
            case XLSX -> new XlsxSource(in).require(needed());
            default -> new CsvSource(in).require(needed());
        };
    }

    /**
     * The same, of a table whose columns are called otherwise.
     *
     * @param fields the field that a column holds, by its heading; empty when the columns are called as the fields
     */
    default RowSource read(String mediaType, Map<String, String> fields, InputStream in) {
        return fields.isEmpty() ? read(mediaType, in) : new MappedSource(table(mediaType, in), fields, needed());
    }

    /** The rows of a table, whatever its columns are called. */
    static RowSource table(String mediaType, InputStream in) {
        return mediaType.equals(XLSX) ? new XlsxSource(in) : new CsvSource(in);
    }

    /** Begins to take rows in, in the transaction of the request. */
    Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException;
}
