package org.uplift.ingest;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * The parts of a zip file that is held packed, so that no copy of it lies on a disk. A part is unpacked while it is read,
 * and no further than one of its size can reach.
 */
final class Archive {
    static final int LARGEST = 32 << 20;
    private static final int MOST_PARTS = 5_000;
    /** Sheets pack to a twentieth or a fiftieth; what unpacks to more than this is made to do harm. */
    private static final int MOST_RATIO = 200;

    private static final long SMALL_PART = 1L << 20;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, Part> parts = new HashMap<>();

    private record Part(int start, int size, boolean deflated) {}

    private Archive(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Null when it is no zip file, or one that is broken, encrypted or packed in another way; 413 when it is too large. */
    static @Nullable Archive of(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge("it is larger than " + LARGEST + " bytes; send the rows as CSV");
        }
        Archive archive = new Archive(bytes);
        try {
            return archive.list() ? archive : null;
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private boolean list() {
        int end = bytes.limit() - END_SIZE;
        while (end >= 0 && bytes.getInt(end) != END) {
            if (--end < bytes.limit() - END_SIZE - LONGEST_COMMENT) {
                return false;
            }
        }
        if (end < 0) {
            return false;
        }
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        if (count > MOST_PARTS) {
            throw tooLarge("it has " + count + " parts");
        }
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != ENTRY) {
                return false;
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            part(at, new String(slice(at + ENTRY_SIZE, name), StandardCharsets.UTF_8));
            at += ENTRY_SIZE
                    + name
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return true;
    }

    private void part(int entry, String name) {
        boolean encrypted = (bytes.getShort(entry + 8) & 1) != 0;
        int method = bytes.getShort(entry + 10);
        int size = bytes.getInt(entry + 20);
        int local = bytes.getInt(entry + 42);
        int start = local
                + LOCAL_SIZE
                + Short.toUnsignedInt(bytes.getShort(local + 26))
                + Short.toUnsignedInt(bytes.getShort(local + 28));
        java.util.Objects.checkFromIndexSize(start, size, bytes.limit());
        if (!encrypted && (method == DEFLATED || method == 0)) {
            parts.put(name, new Part(start, size, method == DEFLATED));
        }
    }

    private byte[] slice(int from, int length) {
        byte[] slice = new byte[length];
        bytes.get(from, slice);
        return slice;
    }

    /** A part, unpacked as it is read; null when there is none of that name. */
    @Nullable
    InputStream part(String name, long largest) {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        InputStream packed = new ByteArrayInputStream(bytes.array(), part.start(), part.size());
        return new Bounded(
                part.deflated() ? new Inflating(packed) : packed,
                Math.min(largest, Math.max(SMALL_PART, (long) part.size() * MOST_RATIO)));
    }

    private static Problem tooLarge(String why) {
        return Problem.of(ProblemType.TOO_LARGE, "The workbook is refused: " + why + ".");
    }

    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Refuses to give more than so many bytes. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long given;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            given += Math.max(some, 0);
            if (given > most) {
                throw tooLarge("a part of it unpacks to more than " + most + " bytes");
            }
            return some;
        }
    }
}
