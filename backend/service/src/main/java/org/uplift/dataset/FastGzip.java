package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression that keeps up with the database. */
final class FastGzip extends GZIPOutputStream {
    private static final int PIECE = 1 << 16;

    FastGzip(OutputStream out) throws IOException {
        super(out, PIECE);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
