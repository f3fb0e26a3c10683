package org.uplift.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.need.Invented.LEVELS;
import static org.uplift.need.Invented.level;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;

class LevelsTest {
    private static String of(String score) {
        return LEVELS.of(new BigDecimal(score), false).orElseThrow().code();
    }

    @Test
    void aLevelBeginsAtItsScore() {
        assertEquals("universal", of("0"));
        assertEquals("universal", of("34.9"));
        assertEquals("targeted", of("35.0"));
        assertEquals("targeted", of("59.9"));
        assertEquals("intensive", of("60.0"));
        assertEquals("intensive", of("100"));
    }

    @Test
    void withoutAScoreThereIsALevelOnlyInConcern() {
        assertTrue(LEVELS.of(null, false).isEmpty());
        assertEquals("intensive", LEVELS.of(null, true).orElseThrow().code());
        assertEquals("intensive", LEVELS.of(BigDecimal.TEN, true).orElseThrow().code());
    }

    @Test
    void whatPeopleHaveSetCountsUnlessASchoolIsInConcern() {
        assertEquals(level("targeted"), LEVELS.inForce(level("universal"), level("targeted"), false));
        assertEquals(level("universal"), LEVELS.inForce(level("universal"), null, false));
        assertNull(LEVELS.inForce(null, null, false));
        assertEquals(level("intensive"), LEVELS.inForce(level("intensive"), level("universal"), true));
    }

    @Test
    void levelsAreCountedFromTheComputedOne() {
        assertEquals(0, LEVELS.between(level("targeted"), level("targeted")));
        assertEquals(1, LEVELS.between(level("targeted"), level("universal")));
        assertEquals(2, LEVELS.between(level("universal"), level("intensive")));
        assertEquals(1, LEVELS.between(null, level("universal")), "without one somebody decides all the same");
        assertEquals(2, LEVELS.between(null, level("intensive")));
    }

    @Test
    void anUnknownLevelIsRefused() {
        assertThrows(Problem.class, () -> level("urgent"));
    }
}
