package org.uplift.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that were refused, as a file of their own: each with its number, the values that were sent and why it
 * was not taken, to be corrected and sent again. As many are kept as fit; nothing in them can act as a formula.
 */
final class RejectedRows {
    private static final String NUMBER = "Row";
    private static final String REASON = "Why it was not taken";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_CHARACTERS = 4_000_000;

    private final List<String> columns;
    private final int firstRow;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    private int kept;
    private int passedOver;

    /**
     * @param columns those that are kept
     * @param firstRow what people call the first row: 2 where a header line stands above it
     */
    RejectedRows(Collection<String> columns, int firstRow) {
        this.columns = List.copyOf(columns);
        this.firstRow = firstRow;
        text.append(BYTE_ORDER_MARK);
        List<String> header = new ArrayList<>(List.of(NUMBER));
        header.addAll(this.columns);
        header.add(REASON);
        csv.writeRecord(header);
    }

    /** Adds a row, of which nothing but its place is known when it could not be read. */
    void add(int index, @Nullable CsvRow row, List<RowError> why) {
        if (text.getBuffer().length() > MOST_CHARACTERS) {
            passedOver++;
            return;
        }
        List<String> cells = new ArrayList<>(columns.size() + 2);
        cells.add(String.valueOf(index + firstRow));
        columns.forEach(column -> cells.add(Formulas.harmless(row == null ? null : row.value(column))));
        cells.add(Formulas.harmless(why.stream().map(RowError::message).collect(Collectors.joining(" "))));
        csv.writeRecord(cells);
        kept++;
    }

    int kept() {
        return kept;
    }

    /** How many there was no room for. */
    int passedOver() {
        return passedOver;
    }

    byte[] file() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
