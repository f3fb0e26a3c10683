package org.uplift.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String PLACE = "concern/1";

    private static KeyRing ring(String keys) {
        return new KeyRing(Optional.of(keys));
    }

    @Test
    void whatIsSealedTellsNothingAndOpensInItsPlace() {
        KeyRing ring = ring("2025:" + OLD);
        SealedKey key = ring.newKey(PLACE);
        byte[] sealed = ring.seal(key, PLACE).close("Nine pupils of year 5", "title");
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("year 5"));
        assertEquals("Nine pupils of year 5", ring.seal(key, PLACE).open(sealed, "title"));
        assertFalse(Arrays.equals(sealed, ring.seal(key, PLACE).close("Nine pupils of year 5", "title")));
    }

    @Test
    void itOpensNowhereElseAndNotWhenItWasChanged() {
        KeyRing ring = ring("2025:" + OLD);
        SealedKey key = ring.newKey(PLACE);
        Seal seal = ring.seal(key, PLACE);
        byte[] sealed = seal.close("Nine pupils", "title");
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, "summary"));
        assertThrows(IllegalStateException.class, () -> ring.seal(key, "concern/2"));
        Seal other = ring.seal(ring.newKey(PLACE), PLACE);
        assertThrows(IllegalStateException.class, () -> other.open(sealed, "title"));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, "title"));
    }

    @Test
    void aKeyIsTurnedWithoutWhatItSealsBeingTouched() {
        SealedKey before = ring("2025:" + OLD).newKey(PLACE);
        byte[] sealed = ring("2025:" + OLD).seal(before, PLACE).close("Nine pupils", "title");
        SealedKey after = ring("2026:" + NEW + ", 2025:" + OLD).turned(before, PLACE);
        assertEquals("2026", after.keyId());
        assertNotEquals(before.keyId(), after.keyId());
        assertEquals("Nine pupils", ring("2026:" + NEW).seal(after, PLACE).open(sealed, "title"));
        assertThrows(IllegalStateException.class, () -> ring("2026:" + NEW).seal(before, PLACE));
    }

    @Test
    void aDatabaseWhoseKeysAreMissingIsToldAtOnce() {
        KeyRing ring = ring("2026:" + NEW);
        ring.require(Set.of("2026"));
        String said = assertThrows(ConfigurationException.class, () -> ring.require(Set.of("2025", "2026")))
                .getMessage();
        assertTrue(said.contains("the key 2025"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "2025:AAAA", "2025:not base64!", ":" + OLD, "2025:" + OLD + ",2025:" + NEW})
    void keysThatCannotBeUsedAreRefused(String keys) {
        String said =
                assertThrows(ConfigurationException.class, () -> ring(keys)).getMessage();
        assertTrue(said.startsWith("UPLIFT_SEALING_KEYS"), said);
        assertFalse(said.contains(OLD), "a key is not told");
    }

    @Test
    void withoutKeysNothingStarts() {
        assertThrows(ConfigurationException.class, () -> new KeyRing(Optional.empty()));
    }
}
