package org.uplift.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * A file of separated values, as people and public bodies publish them: UTF-8 with or without its mark, or Windows-1252;
 * commas, semicolons or tabs; columns in any order; rows that are too short or too long.
 */
public final class CsvFile {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Map<String, Integer> columns;
    private final List<CsvRow> rows;

    private CsvFile(Map<String, Integer> columns, List<CsvRow> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads a file; 400 when it is not text or its quotes do not close, 422 when it has no header line. */
    public static CsvFile of(byte[] body) {
        String text = text(body);
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (columns.isEmpty()) {
                    List<String> names = line.getFields();
                    for (int at = 0; at < names.size(); at++) {
                        columns.putIfAbsent(names.get(at).strip(), at);
                    }
                } else {
                    rows.add(new CsvRow(rows.size(), columns, line.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw unreadable("The file cannot be read as comma-separated values after row " + rows.size()
                    + ": a quote is not closed, or a line is far too long.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (columns.isEmpty()) {
            throw Problem.invalid("/", "empty-file", "The file is empty; its first line names the columns.");
        }
        return new CsvFile(columns, rows);
    }

    /** Refuses a file that lacks one of these columns. */
    public void require(Collection<String> names) {
        List<FieldError> missing = names.stream()
                .filter(name -> !has(name))
                .map(name -> new FieldError(
                        "/columns/" + name.replace("~", "~0").replace("/", "~1"),
                        "column-missing",
                        "The file has no column \"" + name + "\"."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The columns in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    public List<CsvRow> rows() {
        return rows;
    }

    private static String text(byte[] body) {
        for (int at = 0; at < Math.min(body.length, 4_096); at++) {
            if (body[at] == 0) {
                throw unreadable("The file is not a text file; save it as CSV (UTF-8) and send it again.");
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(body, WINDOWS_1252);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Problem unreadable(String detail) {
        return Problem.of(ProblemType.MALFORMED, detail);
    }
}
