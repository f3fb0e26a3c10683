package org.uplift.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.Seal;
import org.uplift.sealing.SealedKey;

/**
 * Positions as callers hold them: sealed, each time in another way and always as long, so that nobody can tell from two of them
 * how much lies between, of which they may see only a part.
 */
@ApplicationScoped
class Cursors {
    private static final String PLACE = "change";
    private static final Pattern POSITION = Pattern.compile("(\\d{19}) (\\S{36})");

    @Inject
    ChangeLog log;

    @Inject
    KeyRing keys;

    private @Nullable Seal seal;

    /** The key is there before anybody asks; what an older key of the ring sealed is turned to the current one. */
    void begin(@Observes StartupEvent start) {
        SealedKey key = QuarkusTransaction.requiringNew().call(() -> log.key(keys.newKey(PLACE)));
        keys.require(Set.of(key.keyId()));
        if (!key.keyId().equals(keys.current())) {
            SealedKey turned = keys.turned(key, PLACE);
            QuarkusTransaction.requiringNew().run(() -> log.turn(key, turned));
        }
        seal = keys.seal(key, PLACE);
    }

    String close(Position position) {
        byte[] sealed = seal().close("%019d %s".formatted(position.number(), position.item()), PLACE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Position open(String cursor) {
        try {
            Matcher position =
                    POSITION.matcher(seal().open(Base64.getUrlDecoder().decode(cursor), PLACE));
            if (position.matches()) {
                return new Position(Long.parseLong(position.group(1)), UUID.fromString(position.group(2)));
            }
        } catch (IllegalArgumentException | IllegalStateException | java.nio.BufferUnderflowException e) {
            throw unknown();
        }
        throw unknown();
    }

    private Seal seal() {
        if (seal == null) {
            throw new IllegalStateException("The service has not begun");
        }
        return seal;
    }

    private static Problem unknown() {
        return Problem.malformed(
                "/since",
                "unknown-cursor",
                "This is no cursor of this Uplift; send back next as it was answered, now, or nothing.");
    }
}
