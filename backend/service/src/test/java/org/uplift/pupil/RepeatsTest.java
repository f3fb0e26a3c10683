package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {
    private static final int SLOTS = 8;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesTwiceIsFound(boolean file) {
        for (int again = 0; again < 200; again++) {
            Random random = new Random(again);
            byte[][] pupils = pupils(random, 100);
            try (Repeats repeats = new Repeats(file)) {
                fill(repeats, pupils);
                repeats.note(pupils[random.nextInt(100)], 900001, 2025, random.nextInt(SLOTS));
                assertTrue(repeats.found());
            }
        }
    }

    @Test
    void whatComesOnceIsNotTakenForARepeat() {
        try (Repeats repeats = new Repeats(true)) {
            fill(repeats, pupils(new Random(1), 50_000));
            assertFalse(repeats.found());
        }
    }

    @Test
    void anotherSchoolYearOrSlotIsAnotherResult() {
        byte[] pupil = pupils(new Random(1), 1)[0];
        try (Repeats repeats = new Repeats(false)) {
            repeats.note(pupil, 900001, 2025, 1);
            repeats.note(pupil, 900002, 2025, 1);
            repeats.note(pupil, 900001, 2024, 1);
            repeats.note(pupil, 900001, 2025, 2);
            assertFalse(repeats.found());
        }
    }

    private static void fill(Repeats repeats, byte[][] pupils) {
        for (byte[] pupil : pupils) {
            for (int slot = 0; slot < SLOTS; slot++) {
                repeats.note(pupil, 900001, 2025, slot);
            }
        }
    }

    private static byte[][] pupils(Random random, int number) {
        byte[][] pupils = new byte[number][32];
        for (byte[] pupil : pupils) {
            random.nextBytes(pupil);
        }
        return pupils;
    }
}
