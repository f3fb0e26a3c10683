package org.uplift.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.IdempotencyKey;

/**
 * A request to take data in.
 *
 * @param kind what is sent, for example {@code pupils}
 * @param key the client's Idempotency-Key
 * @param dryRun do everything, keep nothing
 * @param hash of the bytes as they came and of what was said beside them
 * @param qualifier what else tells the request from another with the same body, empty when nothing does
 * @param everyRow whether the answer lists every row, as it does for JSON, or only what deserves a look
 */
public record IngestRequest(
        String kind, @Nullable String key, boolean dryRun, byte[] hash, String qualifier, boolean everyRow) {
    /** A file, whose answer lists what deserves a look. */
    public static IngestRequest file(
            String kind, @Nullable String key, @Nullable Boolean dryRun, byte[] body, String qualifier) {
        return of(kind, key, Boolean.TRUE.equals(dryRun), body, qualifier, false);
    }

    /** Rows, each of which is answered. */
    static IngestRequest rows(String kind, @Nullable String key, boolean dryRun, byte[] body, PushOptions options) {
        return of(kind, key, dryRun, body, options.qualifier(), true);
    }

    private static IngestRequest of(
            String kind, @Nullable String key, boolean dryRun, byte[] body, String qualifier, boolean everyRow) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(identity(kind, qualifier, dryRun).getBytes(StandardCharsets.UTF_8));
            return new IngestRequest(kind, key, dryRun, digest.digest(body), qualifier, everyRow);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What tells two requests with the same body apart. */
    static String identity(String kind, String qualifier, boolean dryRun) {
        return kind + '\n' + qualifier + '\n' + dryRun + '\n';
    }

    String checkedKey() {
        return IdempotencyKey.checked(key);
    }
}
