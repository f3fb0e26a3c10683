package org.uplift.sealing;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys outside the database: {@code name:key} pairs, 32 bytes in Base64 each. The first seals what is new, the others
 * open what was sealed with them, until their last use has been turned to the first.
 */
@Startup
@ApplicationScoped
public class KeyRing {
    private static final String VARIABLE = "UPLIFT_SEALING_KEYS";
    private static final String NEEDED =
            "; it needs name:key, or several of them with commas, each key 32 bytes in Base64 (openssl rand -base64 32)";

    private final Map<String, Seal> seals = new LinkedHashMap<>();

    @Inject
    KeyRing(@ConfigProperty(name = "uplift.sealing.keys") Optional<String> keys) {
        for (String pair : keys.orElseThrow(() -> new ConfigurationException(VARIABLE + " is not set" + NEEDED))
                .split(",")) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new ConfigurationException(VARIABLE + " holds a key without a name" + NEEDED);
            }
            String name = pair.substring(0, colon).strip();
            if (seals.put(name, new Seal(key(name, pair.substring(colon + 1)))) != null) {
                throw new ConfigurationException(VARIABLE + " names " + name + " twice");
            }
        }
    }

    private static byte[] key(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(VARIABLE + ": the key " + name + " is not Base64" + NEEDED);
        }
        if (key.length != Seal.KEY_BYTES) {
            throw new ConfigurationException(VARIABLE + ": the key " + name + " has " + key.length + " bytes" + NEEDED);
        }
        return key;
    }

    /** The name of the key that seals what is new. */
    public String current() {
        return seals.keySet().iterator().next();
    }

    /** A new key for one thing. */
    public SealedKey newKey(String place) {
        return sealed(Seal.random(Seal.KEY_BYTES), place);
    }

    /** The seal of a thing. */
    public Seal seal(SealedKey key, String place) {
        return new Seal(opened(key, place));
    }

    /** The same key, sealed with the current key of the ring. */
    public SealedKey turned(SealedKey key, String place) {
        return sealed(opened(key, place), place);
    }

    /** Refuses to go on when something is sealed with a key that is not here: without it nobody will ever read it. */
    public void require(Set<String> names) {
        for (String name : names) {
            if (!seals.containsKey(name)) {
                throw new ConfigurationException("The database holds what is sealed with the key " + name + ", which "
                        + VARIABLE + " does not hold; restore the keys that belong to this database.");
            }
        }
    }

    private SealedKey sealed(byte[] key, String place) {
        return new SealedKey(current(), ring(current()).close(key, place));
    }

    private byte[] opened(SealedKey key, String place) {
        return ring(key.keyId()).bytes(key.content(), place);
    }

    private Seal ring(String name) {
        Seal seal = seals.get(name);
        if (seal == null) {
            throw new IllegalStateException("The key " + name + " is not in " + VARIABLE);
        }
        return seal;
    }
}
