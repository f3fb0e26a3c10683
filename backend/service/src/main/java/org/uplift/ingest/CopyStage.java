package org.uplift.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings rows into a temporary table by a binary COPY, from where set-based statements take them on. When anything fails in
 * the middle the copy is cancelled: otherwise the rollback would wait for ever for its end.
 */
final class CopyStage implements Stage {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FULL = 1 << 16;
    private static final int LARGEST_ROW = 1 << 14;
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final long DAYS_TO_2000 = 10_957;
    private static final long MICROS = 1_000_000;

    private final CopyIn copy;
    private final short columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(FULL + LARGEST_ROW);

    private CopyStage(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = (short) columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins to fill columns of a table; until it ends the connection takes nothing else. */
    static CopyStage open(Connection connection, String table, String columns) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        return new CopyStage(copy, columns.split(",").length);
    }

    @Override
    public Stage row() {
        if (buffer.position() >= FULL) {
            flush();
        }
        buffer.putShort(columns);
        return this;
    }

    @Override
    public Stage number(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    @Override
    public Stage number(@Nullable Integer value) {
        return value == null ? nothing() : number(value.intValue());
    }

    @Override
    public Stage small(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    @Override
    public Stage flag(@Nullable Boolean value) {
        if (value == null) {
            return nothing();
        }
        buffer.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    @Override
    public Stage text(@Nullable String value) {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Stage bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        buffer.putInt(value.length).put(value);
        return this;
    }

    @Override
    public Stage id(UUID value) {
        buffer.putInt(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    @Override
    public Stage date(LocalDate value) {
        return number((int) (value.toEpochDay() - DAYS_TO_2000));
    }

    @Override
    public Stage moment(Instant value) {
        long micros = Math.addExact(
                Math.multiplyExact(value.getEpochSecond() - SECONDS_TO_2000, MICROS), value.getNano() / 1_000);
        buffer.putInt(Long.BYTES).putLong(micros);
        return this;
    }

    @Override
    public Stage nothing() {
        buffer.putInt(-1);
        return this;
    }

    @Override
    public void end() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        buffer.clear();
    }
}
