package org.uplift.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ranking, against cases that were computed by hand. */
class MatchingTest {
    private static final List<MatchWeight> WEIGHTS = List.of(
            weight(MatchPart.SPECIALISM, "4"),
            weight(MatchPart.IMPACT, "2"),
            weight(MatchPart.CONTEXT, "1.5"),
            weight(MatchPart.CAPACITY, "1.5"),
            weight(MatchPart.NEARNESS, "1"));

    private final Matching matching =
            new Matching(new Matching.Wanted(900001, "Reading", "English", BigDecimal.valueOf(2)), WEIGHTS);

    private static MatchWeight weight(MatchPart part, String weight) {
        return new MatchWeight(part, part.code(), new BigDecimal(weight));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** Somebody who can, has the specialism, and of whom the rest is as it is said. */
    private static final class Somebody {
        private String name = "A";
        private boolean present = true;
        private boolean confirmed = true;
        private boolean beyondTrust;
        private boolean conflicted;
        private boolean hasSpecialism = true;
        private @Nullable String rating;
        private int evidence;
        private @Nullable String distance = "1";
        private @Nullable String kilometres = "10";
        private String offered = "4";
        private String promised = "1";
        private String given = "0";
        private int schoolUrn = 900002;
        private int away;

        Offer offer() {
            return new Offer(
                    new UUID(0, name.charAt(0)),
                    name,
                    schoolUrn,
                    "School",
                    present,
                    true,
                    confirmed,
                    beyondTrust,
                    conflicted,
                    hasSpecialism,
                    true,
                    number(rating),
                    rating == null ? 0 : 2,
                    evidence,
                    number(distance),
                    number(kilometres),
                    List.of(new Offer.OfTerm(
                            "spring 2025/2026",
                            BigDecimal.valueOf(2),
                            new BigDecimal(offered),
                            new BigDecimal(promised))),
                    new BigDecimal(given),
                    10,
                    away);
        }
    }

    private Candidate of(Somebody somebody) {
        return matching.candidate(somebody.offer());
    }

    private static String score(Candidate candidate) {
        return candidate.score().toPlainString();
    }

    /** (4 x 1 + 2 x 2/3 + 1.5 x 0.5 + 1.5 x 0.75 + 1 x 0.8) / 10 = 8.0083 / 10. */
    @Test
    void theScoreIsTheWeightedMeanOfTheParts() {
        Somebody somebody = new Somebody();
        somebody.rating = "3";
        assertEquals("80.1", score(of(somebody)));
        assertEquals(
                List.of("1.0000", "0.6667", "0.5000", "0.7500", "0.8000"),
                of(somebody).parts().stream()
                        .map(part -> String.valueOf(part.value()))
                        .toList());
    }

    /** Without a review, three pieces of evidence: (4 + 2 x 0.3 + 0.75 + 1.125 + 0.8) / 10 = 7.275 / 10. */
    @Test
    void evidenceThatNobodyHasJudgedCountsALittle() {
        Somebody somebody = new Somebody();
        somebody.evidence = 3;
        assertEquals("72.8", score(of(somebody)));
        somebody.evidence = 5;
        String five = score(of(somebody));
        somebody.evidence = 19;
        assertEquals(five, score(of(somebody)));
    }

    /** Half the specialism: (2 + 0 + 0.75 + 1.125 + 0.8) / 10 = 4.675 / 10. */
    @Test
    void anotherSpecialismOfTheAreaIsHalfAsGood() {
        Somebody somebody = new Somebody();
        somebody.hasSpecialism = false;
        assertEquals("46.8", score(of(somebody)));
    }

    /** What is not known is left out of the mean: (4 + 0 + 1.125) / 7.5. */
    @Test
    void whatIsNotKnownCountsNeitherForNorAgainst() {
        Somebody somebody = new Somebody();
        somebody.distance = null;
        somebody.kilometres = null;
        assertEquals("68.3", score(of(somebody)));
        assertNull(of(somebody).parts().get(2).value());
    }

    @Test
    void farAndUnlikeIsNothingAndNeverLess() {
        Somebody somebody = new Somebody();
        somebody.distance = "7";
        somebody.kilometres = "300";
        assertEquals("51.3", score(of(somebody)));
    }

    @Test
    void whatStandsAgainstSomebodyIsSaid() {
        Somebody somebody = new Somebody();
        assertTrue(of(somebody).fits());
        somebody.present = false;
        somebody.conflicted = true;
        somebody.confirmed = false;
        somebody.promised = "3";
        somebody.away = 9;
        assertFalse(of(somebody).fits());
        assertEquals(
                List.of(
                        "Works in the trust no longer.",
                        "The profile is not confirmed.",
                        "Has a conflict of interest with the school.",
                        "Has 1 day left in spring 2025/2026, 2 are asked.",
                        "Is there on 1 of the 10 weekdays, 2 days are asked."),
                of(somebody).obstacles());
        Somebody own = new Somebody();
        own.schoolUrn = 900001;
        assertEquals(List.of("Works in the school that is to be supported."), of(own).obstacles());
    }

    @Test
    void beyondTheTrustGoesWhoOffersThat() {
        Matching beyond = new Matching(new Matching.Wanted(null, "Reading", "English", BigDecimal.valueOf(2)), WEIGHTS);
        Somebody somebody = new Somebody();
        assertEquals(
                List.of("Does not support schools beyond the trust."),
                beyond.candidate(somebody.offer()).obstacles());
        somebody.beyondTrust = true;
        assertTrue(beyond.candidate(somebody.offer()).fits());
    }

    /** Exactly as many days as are asked are enough. */
    @Test
    void theLastDaysCanBePromised() {
        Somebody somebody = new Somebody();
        somebody.promised = "2";
        assertTrue(of(somebody).fits());
        somebody.promised = "2.25";
        assertFalse(of(somebody).fits());
    }

    @Test
    void whoCanComesFirstThenTheBetterMatchThenWhoGaveFewestThenTheName() {
        Somebody better = new Somebody();
        better.name = "Better";
        better.rating = "4";
        Somebody gaveMore = new Somebody();
        gaveMore.name = "Anybody who gave more";
        gaveMore.given = "3";
        Somebody gaveLess = new Somebody();
        gaveLess.name = "Zealous";
        Somebody sameName = new Somebody();
        sameName.name = "Yet another";
        Somebody cannot = new Somebody();
        cannot.name = "Cannot";
        cannot.rating = "4";
        cannot.kilometres = "0";
        cannot.conflicted = true;
        assertEquals(
                List.of("Better", "Yet another", "Zealous", "Anybody who gave more", "Cannot"),
                matching
                        .rank(List.of(
                                cannot.offer(), gaveMore.offer(), gaveLess.offer(), sameName.offer(), better.offer()))
                        .stream()
                        .map(Candidate::name)
                        .toList());
    }
}
