package org.uplift.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/**
 * Rows of separated values, any number of them: UTF-8 with or without its mark, or Windows-1252; commas, semicolons or
 * tabs; any line ends; columns in any order; rows that are too short or too long.
 *
 * <p>Refused as a whole: what is not text (400); what has no header line, lacks a column that is needed, has too many, or
 * holds a row longer than {@link RowSource#LONGEST_ROW} or a quote that does not close (422).
 */
public final class CsvSource implements RowSource {
    private final InputStream in;
    private int mostColumns = MOST_COLUMNS;
    private Collection<String> required = List.of();

    public CsvSource(InputStream in) {
        this.in = in;
    }

    /** Refuses the file when one of these columns is missing. */
    public CsvSource require(Collection<String> names) {
        required = List.copyOf(names);
        return this;
    }

    /** Reads more columns than are usual; published files have hundreds. */
    public CsvSource columnsUpTo(int most) {
        mostColumns = most;
        return this;
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        Text text = new Text(in);
        String header = text.firstLine();
        if (header == null) {
            throw Columns.tooLong();
        }
        Line line = new Line(mostColumns + 1);
        try (CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(separator(header))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_ROW)
                .build(line, text)) {
            read(reader.iterator(), line, text, rows);
        } catch (CsvParseException e) {
            throw e.getCause() instanceof Problem problem ? problem : line.broken();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(Iterator<String[]> lines, Line line, Text text, RowConsumer rows) {
        String[] header = lines.next();
        if (line.isEnd()) {
            throw Columns.none();
        }
        Columns columns = Columns.of(Arrays.asList(header), mostColumns);
        columns.announce(required, rows);
        line.keep(columns.width());
        for (String[] cells = lines.next(); !line.isEnd(); cells = lines.next()) {
            if (isBlank(cells)) {
                continue;
            }
            int index = line.index();
            if (text.broken() > 0 && Arrays.stream(cells).anyMatch(Text::isBroken)) {
                rows.unreadable(
                        index,
                        RowError.ofRow(
                                index,
                                "encoding",
                                "The row holds bytes that are no text in the encoding of the file; save it as UTF-8."));
            } else {
                rows.row(new CsvRow(index, columns.places(), Arrays.asList(cells)));
            }
            line.counted();
        }
        if (line.tooWide() > 0) {
            rows.note("Rows with more cells than the header line: " + line.tooWide()
                    + ". What stands there was passed over; a separator inside a value needs quotes around it.");
        }
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The one that the header line has most of, outside quotes. */
    private static char separator(String header) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            quoted ^= c == '"';
            if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (counts[candidate] > counts[best]) {
                best = candidate;
            }
        }
        return best;
    }

    /**
     * Makes the cells of a line, and knows which row it is. Cells beyond the header line are not kept. A cell that is
     * equal to the one above it is the same object: most columns of a push repeat themselves.
     */
    private static final class Line extends AbstractBaseCsvCallbackHandler<String[]> {
        private @Nullable String[] above;
        private String[] cells;
        private int index = -1;
        private int count;
        private int length;
        private boolean wide;
        private boolean end;
        private int tooWide;

        Line(int width) {
            above = new String[width];
            cells = new String[width];
        }

        void keep(int width) {
            above = new String[width];
            cells = new String[width];
            tooWide = 0;
            index = 0;
        }

        int index() {
            return index;
        }

        void counted() {
            index++;
        }

        /** Whether the file has ended, every quote closed. */
        boolean isEnd() {
            return end;
        }

        /** How many rows had something beyond the header line. */
        int tooWide() {
            return tooWide;
        }

        private Problem tooLong() {
            return index < 0 ? Columns.tooLong() : RowError.tooLong(index);
        }

        /** A line that ends in the middle of a value, or a value of it that does not end. */
        Problem broken() {
            return Problem.invalid(
                    index < 0 ? "/columns" : "/rows/" + index,
                    "quotes",
                    (index < 0 ? "The header line" : "Row " + index + " (from 0)")
                            + " has a quote that is not closed or" + " not doubled, or is longer than " + LONGEST_ROW
                            + " characters.");
        }

        @Override
        protected void handleBegin(long number) {
            count = 0;
            length = 0;
            wide = false;
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int size, boolean quoted) {
            length += size + 1;
            boolean swallowed = size > 0 && buffer[offset + size - 1] == Text.END;
            end = swallowed && column == 0 && size == 1;
            if (length > LONGEST_ROW) {
                throw tooLong();
            }
            if (swallowed != end) {
                throw broken();
            }
            if (column < cells.length) {
                String over = above[column];
                cells[column] =
                        over != null && same(over, buffer, offset, size) ? over : new String(buffer, offset, size);
                count = column + 1;
            } else {
                wide |= size > 0;
            }
        }

        private static boolean same(String over, char[] buffer, int offset, int size) {
            if (over.length() != size) {
                return false;
            }
            for (int at = size - 1; at >= 0; at--) {
                if (over.charAt(at) != buffer[offset + at]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        protected String[] buildRecord() {
            tooWide += wide ? 1 : 0;
            System.arraycopy(cells, 0, above, 0, count);
            return Arrays.copyOf(cells, count);
        }
    }
}
