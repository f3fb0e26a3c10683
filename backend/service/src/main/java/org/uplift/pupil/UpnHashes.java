package org.uplift.pupil;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;

/** The hashes of the numbers in one request, some of them remembered: a pupil has many rows. For one thread. */
final class UpnHashes {
    private static final int REMEMBERED = 50_000;

    private final Mac mac;
    private final Map<String, byte[]> known = new HashMap<>();

    UpnHashes(Mac mac) {
        this.mac = mac;
    }

    /** The hash of the number that a row has to have; nothing when it is refused. */
    byte @Nullable [] read(RowReader row, String field) {
        String value = row.value(field);
        if (value == null) {
            row.missing(field);
            return null;
        }
        byte[] before = known.get(value);
        if (before != null) {
            return before;
        }
        Upn upn = Upn.read(row, field);
        if (upn == null) {
            return null;
        }
        byte[] hash = of(upn);
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        known.put(value, hash);
        return hash;
    }

    byte[] of(Upn upn) {
        return mac.doFinal(upn.value().getBytes(StandardCharsets.US_ASCII));
    }
}
