package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180, with the names first. A text that a spreadsheet would take for a formula has an apostrophe before it. */
final class CsvWriter implements RowWriter {
    private final Bytes to;
    private final boolean[] text;

    /** @param continued whether the names stand in a part that has been had before */
    CsvWriter(OutputStream out, List<Output> outputs, boolean continued) throws IOException {
        to = new Bytes(out);
        text = new boolean[outputs.size()];
        for (int at = 0; at < text.length; at++) {
            text[at] = outputs.get(at).type() == ColumnType.TEXT;
        }
        if (!continued) {
            to.add(outputs.stream().map(Output::name).collect(Collectors.joining(",")) + "\r\n");
        }
    }

    @Override
    public void write(Row row) throws IOException {
        byte[] bytes = row.bytes();
        for (int field = 0; field < text.length; field++) {
            if (field > 0) {
                to.add(',');
            }
            if (!row.isNull(field)) {
                int start = row.start(field);
                int end = row.end(field);
                if (!text[field]) {
                    to.add(bytes, start, end);
                } else if (row.isEscaped()) {
                    byte[] plain = row.plain(field);
                    write(plain, 0, plain.length);
                } else {
                    write(bytes, start, end);
                }
            }
        }
        to.add('\r');
        to.add('\n');
    }

    private void write(byte[] bytes, int start, int end) throws IOException {
        if (start == end) {
            return;
        }
        boolean quoted = false;
        for (int at = start; at < end && !quoted; at++) {
            byte one = bytes[at];
            quoted = one == ',' || one == '"' || one == '\n' || one == '\r';
        }
        if (quoted) {
            to.add('"');
        }
        byte first = bytes[start];
        if (first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r') {
            to.add('\'');
        }
        if (quoted) {
            for (int at = start; at < end; at++) {
                if (bytes[at] == '"') {
                    to.add('"');
                }
                to.add(bytes[at]);
            }
            to.add('"');
        } else {
            to.add(bytes, start, end);
        }
    }

    @Override
    public void finish() throws IOException {
        to.flush();
    }
}
