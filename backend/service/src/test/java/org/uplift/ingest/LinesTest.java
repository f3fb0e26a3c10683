package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LinesTest {
    /** A line, and whether every character of it is as it stands there. */
    private record Line(String text, boolean plain) {
        static Line of(String text) {
            return new Line(text, text.chars().allMatch(c -> c < 128 && c != '\\'));
        }
    }

    /** Line ends and what is not plain, wherever they stand among eight bytes, are found. */
    @Property(tries = 5_000)
    void linesAreSplitAndToldPlain(@ForAll("texts") String text) throws IOException {
        List<Line> expected = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            expected.add(Line.of(line));
        }
        if (expected.getLast().text().isEmpty()) {
            expected.removeLast();
        }
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        List<Line> read = new ArrayList<>();
        while (lines.next(read.size())) {
            String line = new String(lines.buffer(), lines.from(), lines.length(), StandardCharsets.ISO_8859_1);
            read.add(new Line(line, lines.plain()));
        }
        assertEquals(expected, read);
    }

    /** Mostly letters, with one byte of any kind here and there. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.chars().range('\u0001', '\u00ff');
        return Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.just('x')),
                        Tuple.of(1, Arbitraries.of('\n', '\\', '\u0080', '\u008a', '\u00dc')),
                        Tuple.of(1, any))
                .list()
                .ofMaxSize(60)
                // The mark of UTF-8 is taken off.
                .map(characters -> "x"
                        + String.join(
                                "", characters.stream().map(String::valueOf).toList()));
    }
}
