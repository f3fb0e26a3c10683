package org.uplift.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of a workbook (.xlsx), whose first row that is not blank names the columns. Dates are read
 * as {@code 2026-07-14}, with a time as {@code 2026-07-14T09:30}, numbers without zeros at their end, formulas by the
 * value that the workbook keeps for them; what is hidden or merged is read like anything else.
 *
 * <p>In memory are the packed file, one row, and the texts that cells share. Refused as a whole: what is no workbook, one in the old format
 * and one with a password (400), one that is too large or unpacks to far more than one of its size can hold (413), and one without
 * a header row or a column that is needed (422).
 */
public final class XlsxSource implements RowSource {
    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS_A_DAY = 86_400;

    private final InputStream file;
    private Collection<String> required = List.of();

    public XlsxSource(InputStream file) {
        this.file = file;
    }

    /** Refuses the workbook when one of these columns is missing. */
    public XlsxSource require(Collection<String> names) {
        required = List.copyOf(names);
        return this;
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        try {
            Workbook workbook = new Workbook(file);
            try (InputStream in = workbook.sheet()) {
                read(new StrictXml(in), workbook, rows);
            }
        } catch (ZipException | EOFException e) {
            throw Workbook.unreadable();
        }
    }

    private void read(StrictXml xml, Workbook workbook, RowConsumer rows) throws IOException {
        Columns columns = null;
        int index = 0;
        int tooWide = 0;
        for (StrictXml.Token token = xml.next(); token != StrictXml.Token.FINISH; token = xml.next()) {
            if (!xml.starts(token, "row")) {
                continue;
            }
            Row row = new Row(columns == null ? MOST_COLUMNS + 1 : columns.width(), index);
            row.read(xml, workbook);
            if (row.isBlank()) {
                continue;
            }
            if (columns == null) {
                columns = Columns.of(row.header(), MOST_COLUMNS);
                columns.announce(required, rows);
                continue;
            }
            tooWide += row.wide ? 1 : 0;
            rows.row(new CsvRow(index++, columns.places(), Arrays.asList(row.cells)));
        }
        if (columns == null) {
            throw Columns.none();
        }
        if (tooWide > 0) {
            rows.note("Rows with more cells than the header row: " + tooWide + ". What stands there was passed over.");
        }
    }

    /** One row, with its cells in their places. */
    private static final class Row {
        private final @Nullable String[] cells;
        private final int index;
        private int length;
        private boolean wide;

        Row(int width, int index) {
            this.cells = new String[width];
            this.index = index;
        }

        void read(StrictXml xml, Workbook workbook) throws IOException {
            int next = 0;
            for (StrictXml.Token token = xml.next(); !xml.ends(token, "row"); token = xml.next()) {
                if (xml.starts(token, "c")) {
                    int column = column(xml.attribute("r"), next);
                    next = column + 1;
                    put(column, cell(xml, workbook));
                }
            }
        }

        private void put(int column, String value) {
            length += value.length() + 1;
            if (length > LONGEST_ROW || column >= LAST_COLUMN) {
                throw RowError.tooLong(index);
            }
            if (column < cells.length) {
                cells[column] = value;
            } else {
                wide |= !value.isBlank();
            }
        }

        /** The place of a cell, from a reference as {@code AB12}. */
        private int column(@Nullable String reference, int next) {
            if (reference == null) {
                return next;
            }
            int column = 0;
            for (int at = 0; at < reference.length() && column <= LAST_COLUMN; at++) {
                char c = reference.charAt(at);
                if (c < 'A' || c > 'Z') {
                    break;
                }
                column = column * 26 + c - 'A' + 1;
            }
            return column == 0 ? next : column - 1;
        }

        private static String cell(StrictXml xml, Workbook workbook) throws IOException {
            String type = xml.attribute("t");
            String format = xml.attribute("s");
            StringBuilder value = new StringBuilder();
            boolean inValue = false;
            for (StrictXml.Token token = xml.next(); !xml.ends(token, "c"); token = xml.next()) {
                if (xml.starts(token, "is")) {
                    value.append(RichText.read(xml, "is"));
                } else if (token == StrictXml.Token.TEXT) {
                    if (inValue) {
                        xml.text(value);
                    }
                } else {
                    inValue = xml.starts(token, "v");
                }
            }
            String raw = value.toString();
            return switch (type == null ? "n" : type) {
                case "s" -> workbook.text(whole(raw));
                case "b" -> raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
                case "d" -> raw.endsWith("T00:00:00") ? raw.substring(0, raw.length() - 9) : raw;
                case "n" -> number(raw, workbook.isDate(whole(format)), workbook.from1904());
                default -> raw;
            };
        }

        private static int whole(@Nullable String text) {
            return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        }

        private static String number(String raw, boolean date, boolean from1904) {
            double number;
            try {
                number = Double.parseDouble(raw);
            } catch (NumberFormatException e) {
                return raw;
            }
            if (!Double.isFinite(number)) {
                return raw;
            }
            // A workbook shows fifteen digits; the ones after that are how a double happens to be written.
            return date && number >= 0 && number <= LAST_DAY
                    ? moment(number, from1904)
                    : new BigDecimal(number, new MathContext(15))
                            .stripTrailingZeros()
                            .toPlainString();
        }

        private static String moment(double number, boolean from1904) {
            long seconds = Math.round(number * SECONDS_A_DAY);
            long day = seconds / SECONDS_A_DAY;
            LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
            if (day == 0 && !from1904) {
                return time.toString();
            }
            // Day 60 is a 29 February 1900 that never was.
            LocalDateTime moment = (from1904
                            ? LocalDateTime.of(1904, 1, 1, 0, 0)
                            : LocalDateTime.of(1899, 12, day < 60 ? 31 : 30, 0, 0))
                    .plusSeconds(seconds);
            return time.equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
        }

        boolean isBlank() {
            for (String cell : cells) {
                if (cell != null && !cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }

        List<String> header() {
            int width = wide ? cells.length : 0;
            for (int at = 0; at < cells.length; at++) {
                if (cells[at] != null) {
                    width = Math.max(width, at + 1);
                }
            }
            return Arrays.stream(cells)
                    .limit(width)
                    .map(cell -> cell == null ? "" : cell)
                    .toList();
        }
    }
}
