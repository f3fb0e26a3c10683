package org.uplift.expertise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread.Load load(String offered, String promised) {
        return new Spread.Load(new BigDecimal(offered), new BigDecimal(promised));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }

    @Test
    void theSameShareOfWhatEachOffersIsEven() {
        Spread even = new Spread(List.of(load("2", "1"), load("20", "10"), load("6", "3")));
        assertEquals(number("0.00"), even.unevenness());
        // Of 14 days the busiest of three gives ten.
        assertEquals(number("71.4"), even.busiestFifth());
    }

    /** Shares 0, 0, 0, 1: half the mean difference, (2 x 3 x 1) / (2 x 16), by the mean, 1/4, is 3/4. */
    @Test
    void oneWhoGivesAllIsAsUnevenAsFourCanBe() {
        Spread uneven = new Spread(List.of(load("4", "4"), load("4", "0"), load("4", "0"), load("4", "0")));
        assertEquals(number("0.75"), uneven.unevenness());
        assertEquals(number("100.0"), uneven.busiestFifth());
    }

    /** Shares 0.25, 0.5, 1: differences 0.25, 0.5, 0.75, twice each, by 9, halved: 1/6; by the mean 7/12: 2/7. */
    @Test
    void itIsTheGiniCoefficientOfTheShares() {
        assertEquals(number("0.29"), new Spread(List.of(load("4", "1"), load("4", "2"), load("4", "4"))).unevenness());
    }

    @Test
    void whereNothingIsPromisedNothingIsSaid() {
        Spread nothing = new Spread(List.of(load("4", "0"), load("0", "0")));
        assertEquals(Optional.empty(), nothing.unevenness());
        assertEquals(Optional.empty(), nothing.busiestFifth());
        assertEquals(Optional.empty(), new Spread(List.of()).unevenness());
    }

    @Provide
    Arbitrary<List<Spread.Load>> loads() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
        return Combinators.combine(days, days)
                .as((offered, promised) ->
                        new Spread.Load(BigDecimal.valueOf(offered), BigDecimal.valueOf(Math.min(offered, promised))))
                .list()
                .ofMaxSize(40);
    }

    @Property
    void itIsBetweenEvenAndOneWhoGivesAll(@ForAll("loads") List<Spread.Load> loads) {
        new Spread(loads)
                .unevenness()
                .ifPresent(gini -> assertTrue(
                        gini.signum() >= 0 && gini.compareTo(BigDecimal.ONE) <= 0, loads + " gives " + gini));
    }
}
