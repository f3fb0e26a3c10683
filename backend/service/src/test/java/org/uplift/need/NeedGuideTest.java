package org.uplift.need;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide says what the rule does: its examples are read from the page. */
class NeedGuideTest {
    private static final Path GUIDE = Path.of("../../docs/guide/need.md");

    /** The cells of the table under a heading, without its head. */
    private static Stream<List<String>> lines(String heading) throws IOException {
        String section =
                Files.readString(GUIDE).split("### " + heading + "\n", 2)[1].split("\n##", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList());
    }

    static Stream<List<String>> contributions() throws IOException {
        return lines("Examples: contributions");
    }

    static Stream<List<String>> scores() throws IOException {
        return lines("Examples: scores");
    }

    private static BigDecimal number(String cell) {
        return new BigDecimal(cell.replace('−', '-'));
    }

    @ParameterizedTest
    @MethodSource("contributions")
    void aFigureContributes(List<String> cells) {
        Weight weight = new Weight(number(cells.get(2)), number(cells.get(3)), number(cells.get(4)));
        assertEquals(
                number(cells.get(5)), weight.contribution(number(cells.get(1))).setScale(1, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void contributionsMakeAScoreAndALevel(List<String> cells) {
        BigDecimal possible = number(cells.get(1));
        BigDecimal missing = number(cells.get(2)).subtract(possible);
        NeedScore score = NeedScore.of(
                List.of(new NeedScore.Part(number(cells.get(0)), possible), new NeedScore.Part(null, missing)));
        String level =
                Invented.LEVELS.of(score.score(), false).map(NeedLevel::code).orElse("not enough data");
        assertEquals(cells.get(3), score.score() == null ? "–" : score.score().toPlainString());
        assertEquals(cells.get(4), level);
    }
}
