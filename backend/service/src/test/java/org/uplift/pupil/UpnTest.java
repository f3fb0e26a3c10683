package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UpnTest {
    @Test
    void thePublishedVectors() {
        assertNull(Upn.of("B801200005001").fault());
        assertNull(Upn.of("P207000016049").fault());
        assertEquals(Upn.Fault.CHECK_LETTER, Upn.of("Q207000016049").fault());
    }

    @Test
    void blanksAndSmallLettersAreForgiven() {
        assertNull(Upn.of(" b801200005001 ").fault());
    }

    @Test
    void otherFormsAreRefused() {
        for (String text : new String[] {
            "", "B80120000500", "B8012000050011", "I801200005001", "BB01200005001", "B80120000500I", "Ｂ801200005001"
        }) {
            assertEquals(Upn.Fault.FORMAT, Upn.of(text).fault(), text);
        }
    }

    @Test
    void aNumberIsNeverWritten() {
        assertFalse(Upn.of("B801200005001").toString().contains("801"));
    }

    @Property
    void theCheckLetterMakesANumberValid(@ForAll @NumericChars @StringLength(12) String rest) {
        assertNull(Upn.of(Upn.checkLetter(rest) + rest).fault());
    }

    @Property
    void aWrongDigitIsFound(
            @ForAll @NumericChars @StringLength(12) String rest,
            @ForAll @IntRange(min = 0, max = 11) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char letter = Upn.checkLetter(rest);
        char other = (char) ('0' + (rest.charAt(at) - '0' + by) % 10);
        String typed = letter + rest.substring(0, at) + other + rest.substring(at + 1);
        // A change by a digit weighs by × position, which 23 divides for no position from 2 to 13.
        assertEquals(Upn.Fault.CHECK_LETTER, Upn.of(typed).fault());
    }

    @Property
    void aTemporaryNumberEndsInALetter(@ForAll @NumericChars @StringLength(11) String digits) {
        String rest = digits + "A";
        assertNull(Upn.of(Upn.checkLetter(rest) + rest).fault());
        assertNotEquals('I', Upn.checkLetter(rest));
    }
}
