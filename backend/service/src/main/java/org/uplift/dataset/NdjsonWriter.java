package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One object in a line for each row; the bytes of the database are not taken apart more than they have to be. */
final class NdjsonWriter implements RowWriter {
    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);
    private static final int SPACE = ' ';

    private final Bytes to;
    private final byte[][] names;
    private final boolean[] bare;
    private final boolean[] truth;

    NdjsonWriter(OutputStream out, List<Output> outputs) {
        to = new Bytes(out);
        names = new byte[outputs.size()][];
        bare = new boolean[outputs.size()];
        truth = new boolean[outputs.size()];
        for (int at = 0; at < names.length; at++) {
            Output output = outputs.get(at);
            names[at] = ((at == 0 ? "{\"" : ",\"") + output.name() + "\":").getBytes(StandardCharsets.UTF_8);
            bare[at] = output.isBare();
            truth[at] = bare[at] && output.type() == ColumnType.BOOLEAN;
        }
    }

    @Override
    public void write(Row row) throws IOException {
        byte[] bytes = row.bytes();
        for (int field = 0; field < names.length; field++) {
            to.add(names[field]);
            int start = row.start(field);
            int end = row.end(field);
            if (row.isNull(field)) {
                to.add(NOTHING);
            } else if (truth[field]) {
                to.add(bytes[start] == 't' ? TRUE : FALSE);
            } else if (bare[field]) {
                to.add(bytes, start, end);
            } else {
                to.add('"');
                quote(bytes, start, end);
                to.add('"');
            }
        }
        to.add(END);
    }

    private void quote(byte[] bytes, int from, int end) throws IOException {
        int start = from;
        for (int at = from; at < end; at++) {
            byte one = bytes[at];
            if (one >= 0 && one < SPACE || one == '"' || one == '\\') {
                to.add(bytes, start, at);
                if (one == '"') {
                    to.add('\\');
                    to.add('"');
                } else if (one == '\\') {
                    escape(bytes[++at]);
                } else {
                    to.addControl(one);
                }
                start = at + 1;
            }
        }
        to.add(bytes, start, end);
    }

    /** Most escapes of the database are those of JSON. */
    private void escape(byte escape) throws IOException {
        if (escape == 'v') {
            to.addControl(Row.stored(escape));
        } else {
            to.add('\\');
            to.add(escape);
        }
    }

    @Override
    public void finish() throws IOException {
        to.flush();
    }
}
