package org.uplift.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.uplift.need.NeedScore.Part;

class NeedScorePropertyTest {
    @Provide
    Arbitrary<BigDecimal> figures() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-200), BigDecimal.valueOf(200))
                .ofScale(3);
    }

    @Provide
    Arbitrary<Weight> weights() {
        return Combinators.combine(
                        figures(),
                        figures(),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ONE, BigDecimal.valueOf(20))
                                .ofScale(1))
                .as(Weight::new)
                .filter(weight -> weight.startsAt().compareTo(weight.fullAt()) != 0);
    }

    /** Some of them could be computed, others not. */
    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<BigDecimal> maxima = Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, BigDecimal.valueOf(20))
                .ofScale(1);
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(2)
                .injectNull(0.2);
        return Combinators.combine(maxima, shares)
                .as((maximum, share) -> new Part(share == null ? null : maximum.multiply(share), maximum))
                .list()
                .ofMinSize(1)
                .ofMaxSize(23);
    }

    @Property
    void aContributionLiesBetweenNothingAndTheMaximum(
            @ForAll("figures") BigDecimal figure, @ForAll("weights") Weight weight) {
        BigDecimal contribution = weight.contribution(figure);
        assertTrue(contribution.signum() >= 0);
        assertTrue(contribution.compareTo(weight.maximum()) <= 0);
    }

    @Property
    void aWorseFigureNeverContributesLess(
            @ForAll("figures") BigDecimal one, @ForAll("figures") BigDecimal other, @ForAll("weights") Weight weight) {
        boolean moreIsWorse = weight.fullAt().compareTo(weight.startsAt()) > 0;
        BigDecimal better = moreIsWorse ? one.min(other) : one.max(other);
        BigDecimal worse = moreIsWorse ? one.max(other) : one.min(other);
        assertTrue(weight.contribution(better).compareTo(weight.contribution(worse)) <= 0);
    }

    @Property
    void theContributionIsAStraightLineBetweenTheThresholds(@ForAll("weights") Weight weight) {
        assertEquals(0, weight.contribution(weight.startsAt()).signum());
        assertEquals(0, weight.contribution(weight.fullAt()).compareTo(weight.maximum()));
        BigDecimal middle = weight.startsAt().add(weight.fullAt()).divide(BigDecimal.TWO);
        assertEquals(
                weight.maximum().divide(BigDecimal.TWO).setScale(6, RoundingMode.HALF_UP), weight.contribution(middle));
    }

    @Property
    void aScoreLiesBetweenNoughtAndAHundred(@ForAll("parts") List<Part> parts) {
        BigDecimal score = NeedScore.of(parts).score();
        Assume.that(score != null);
        assertTrue(score.signum() >= 0 && score.compareTo(BigDecimal.valueOf(100)) <= 0);
    }

    /** Missing data is never scored as nothing: leaving it out of the list altogether gives the same score. */
    @Property
    void whatIsMissingChangesNoScore(@ForAll("parts") List<Part> parts) {
        BigDecimal score = NeedScore.of(parts).score();
        Assume.that(score != null);
        List<Part> known =
                parts.stream().filter(part -> part.contribution() != null).toList();
        assertEquals(score, NeedScore.of(known).score());
    }

    @Property
    void theScoreIsTheSameInWhateverMeasureTheWeightsAre(@ForAll("parts") List<Part> parts) {
        BigDecimal three = BigDecimal.valueOf(3);
        List<Part> scaled = parts.stream()
                .map(part -> new Part(
                        part.contribution() == null ? null : part.contribution().multiply(three),
                        part.maximum().multiply(three)))
                .toList();
        assertEquals(NeedScore.of(parts).score(), NeedScore.of(scaled).score());
    }

    @Property
    void moreOfOneThingIsNeverLessNeed(@ForAll("parts") List<Part> parts) {
        List<Part> worse = new ArrayList<>(parts);
        Part first = parts.getFirst();
        Assume.that(first.contribution() != null);
        worse.set(0, new Part(first.maximum(), first.maximum()));
        NeedScore before = NeedScore.of(parts);
        NeedScore after = NeedScore.of(worse);
        if (before.score() == null) {
            assertNull(after.score());
        } else {
            assertNotNull(after.score());
            assertTrue(after.score().compareTo(before.score()) >= 0);
            assertTrue(Invented.LEVELS.of(after.score(), false).orElseThrow().position()
                    >= Invented.LEVELS.of(before.score(), false).orElseThrow().position());
        }
    }

    @Property
    void aSchoolInConcernIsNeverBelowItsFloor(@ForAll("parts") List<Part> parts) {
        NeedLevel level = Invented.LEVELS.of(NeedScore.of(parts).score(), true).orElseThrow();
        assertEquals("intensive", level.code());
    }
}
