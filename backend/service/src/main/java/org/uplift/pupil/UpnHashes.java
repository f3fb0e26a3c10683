package org.uplift.pupil;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.RowReader;

/** The hashes of the numbers in one request, some of them remembered: a pupil has many rows, most of them together. For one thread. */
final class UpnHashes {
    private static final int REMEMBERED = 50_000;

    private final Mac mac;
    private final Map<String, byte[]> known = new HashMap<>();
    private String last = "";
    private byte[] ofLast = {};

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
        if (value.equals(last)) {
            return ofLast;
        }
        byte[] hash = known.get(value);
        if (hash == null) {
            Upn upn = Upn.read(row, field);
            if (upn == null) {
                return null;
            }
            hash = of(upn);
            if (known.size() == REMEMBERED) {
                known.clear();
            }
            known.put(value, hash);
        }
        last = value;
        ofLast = hash;
        return hash;
    }

    byte[] of(Upn upn) {
        return mac.doFinal(upn.value().getBytes(StandardCharsets.US_ASCII));
    }
}
