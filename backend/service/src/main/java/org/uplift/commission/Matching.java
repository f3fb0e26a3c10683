package org.uplift.commission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Words;

/**
 * Ranks who of the trust might give support, and says why. Who has a conflict of interest, is away or has too few days left cannot,
 * whatever else; the others come by the weighted mean of the parts that are known, who gave fewest days this year first where that is
 * the same, then by name.
 */
final class Matching {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LOWEST_RATING = BigDecimal.ONE;
    private static final BigDecimal RATINGS_ABOVE_LOWEST = BigDecimal.valueOf(3);
    /** A piece of evidence that nobody has judged counts a tenth, five at most. */
    private static final BigDecimal PIECE = new BigDecimal("0.1");

    private static final int MOST_PIECES = 5;
    /** From here on a context is nothing like theirs, in standard deviations. */
    private static final BigDecimal UNLIKE = BigDecimal.valueOf(2);
    /** From here on a school is not near at all, in kilometres. */
    private static final BigDecimal FAR = BigDecimal.valueOf(50);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Wanted wanted;
    private final List<MatchWeight> weights;

    /**
     * What is wanted.
     *
     * @param urn the school; nothing beyond the trust
     * @param specialism as it is called
     */
    record Wanted(@Nullable Integer urn, String specialism, String area, BigDecimal days) {}

    Matching(Wanted wanted, List<MatchWeight> weights) {
        this.wanted = wanted;
        this.weights = weights;
    }

    /** Who can first, each part of them in the order of what matches best. */
    List<Candidate> rank(List<Offer> offers) {
        return offers.stream()
                .map(this::candidate)
                .sorted(Comparator.comparing(Candidate::fits)
                        .reversed()
                        .thenComparing(Candidate::score, Comparator.reverseOrder())
                        .thenComparing(Candidate::givenThisYear)
                        .thenComparing(one -> one.name().toLowerCase(Locale.ROOT))
                        .thenComparing(Candidate::expertId))
                .toList();
    }

    Candidate candidate(Offer offer) {
        List<Candidate.Part> parts =
                weights.stream().map(weight -> part(weight, offer)).toList();
        List<String> obstacles = obstacles(offer);
        return new Candidate(
                offer.expertId(),
                offer.name(),
                offer.schoolUrn(),
                offer.schoolName(),
                obstacles.isEmpty(),
                obstacles,
                score(parts),
                parts,
                free(offer),
                offer.givenThisYear());
    }

    private static BigDecimal score(List<Candidate.Part> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Candidate.Part part : parts) {
            BigDecimal value = part.value();
            if (value != null) {
                sum = sum.add(value.multiply(part.weight()));
                weight = weight.add(part.weight());
            }
        }
        return weight.signum() == 0
                ? BigDecimal.ZERO.setScale(1)
                : sum.multiply(HUNDRED).divide(weight, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal free(Offer offer) {
        return offer.terms().stream()
                .map(Offer.OfTerm::free)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private List<String> obstacles(Offer offer) {
        List<String> obstacles = new ArrayList<>();
        if (!offer.present()) {
            obstacles.add("Works in the trust no longer.");
        }
        if (!offer.offering()) {
            obstacles.add("Does not offer support any more.");
        }
        if (!offer.confirmed()) {
            obstacles.add("The profile is not confirmed.");
        }
        if (offer.conflicted()) {
            obstacles.add("Has a conflict of interest with the school.");
        }
        if (wanted.urn() != null && wanted.urn().equals(offer.schoolUrn())) {
            obstacles.add("Works in the school that is to be supported.");
        }
        if (wanted.urn() == null && !offer.beyondTrust()) {
            obstacles.add("Does not support schools beyond the trust.");
        }
        obstacles.addAll(tooFewDays(offer));
        int there = offer.weekdays() - offer.away();
        if (BigDecimal.valueOf(there).compareTo(wanted.days()) < 0) {
            obstacles.add("Is there on " + there + " of the " + offer.weekdays() + " weekdays, " + days(wanted.days())
                    + (isOne(wanted.days()) ? " is" : " are") + " asked.");
        }
        return obstacles;
    }

    /** The terms in which somebody has fewer days left than are asked, a sentence each. */
    static List<String> tooFewDays(Offer offer) {
        return offer.terms().stream()
                .filter(term -> term.free().compareTo(term.asked()) < 0)
                .map(term -> "Has " + days(term.free().max(BigDecimal.ZERO)) + " left in " + term.words() + ", "
                        + Words.figure(term.asked()) + (isOne(term.asked()) ? " is" : " are") + " asked.")
                .toList();
    }

    private Candidate.Part part(MatchWeight weight, Offer offer) {
        return switch (weight.part()) {
            case SPECIALISM -> specialism(weight, offer);
            case IMPACT -> impact(weight, offer);
            case CONTEXT -> context(weight, offer.distance());
            case NEARNESS -> nearness(weight, offer.kilometres());
            case CAPACITY -> capacity(weight, offer);
        };
    }

    private Candidate.Part specialism(MatchWeight weight, Offer offer) {
        return offer.hasSpecialism()
                ? part(weight, BigDecimal.ONE, "Offers " + wanted.specialism() + ".")
                : offer.hasArea()
                        ? part(weight, HALF, "Offers something else in " + wanted.area() + ".")
                        : part(weight, BigDecimal.ZERO, "Offers nothing in " + wanted.area() + ".");
    }

    private Candidate.Part impact(MatchWeight weight, Offer offer) {
        BigDecimal rating = offer.rating();
        if (rating != null) {
            return part(
                    weight,
                    rating.subtract(LOWEST_RATING).divide(RATINGS_ABOVE_LOWEST, MathContext.DECIMAL64),
                    "Schools have judged their support in " + wanted.area() + " with "
                            + Words.figure(rating) + " of 4, in "
                            + (offer.reviews() == 1 ? "one review." : offer.reviews() + " reviews."));
        }
        int pieces = Math.min(offer.evidence(), MOST_PIECES);
        return part(
                weight,
                PIECE.multiply(BigDecimal.valueOf(pieces)),
                "No school has judged their support in " + wanted.area() + " yet; the profile shows "
                        + (offer.evidence() == 0
                                ? "no evidence."
                                : offer.evidence() == 1
                                        ? "one piece of evidence."
                                        : offer.evidence() + " pieces of evidence."));
    }

    private static Candidate.Part context(MatchWeight weight, @Nullable BigDecimal distance) {
        return distance == null
                ? part(weight, null, "How alike the schools are is not known.")
                : part(
                        weight,
                        fallingTo(UNLIKE, distance),
                        "Their school's context is " + Words.figure(distance) + " standard deviations away.");
    }

    private static Candidate.Part nearness(MatchWeight weight, @Nullable BigDecimal kilometres) {
        return kilometres == null
                ? part(weight, null, "How far away they work is not known.")
                : part(weight, fallingTo(FAR, kilometres), "Their school is " + Words.figure(kilometres) + " km away.");
    }

    private static Candidate.Part capacity(MatchWeight weight, Offer offer) {
        BigDecimal least = BigDecimal.ONE;
        String why = "No days are asked.";
        for (Offer.OfTerm term : offer.terms()) {
            BigDecimal share = term.offered().signum() == 0
                    ? BigDecimal.ZERO
                    : term.free().max(BigDecimal.ZERO).divide(term.offered(), MathContext.DECIMAL64);
            if (share.compareTo(least) <= 0) {
                least = share;
                why = Words.figure(term.free().max(BigDecimal.ZERO)) + " of " + days(term.offered()) + " left in "
                        + term.words() + ".";
            }
        }
        return part(weight, least, why);
    }

    /** 1 at nothing, 0 from a limit on, and a straight line between. */
    private static BigDecimal fallingTo(BigDecimal limit, BigDecimal found) {
        return limit.subtract(found).max(BigDecimal.ZERO).divide(limit, MathContext.DECIMAL64);
    }

    private static Candidate.Part part(MatchWeight weight, @Nullable BigDecimal value, String why) {
        return new Candidate.Part(
                weight.part(),
                weight.label(),
                weight.weight(),
                value == null ? null : value.setScale(4, RoundingMode.HALF_UP),
                why);
    }

    private static boolean isOne(BigDecimal days) {
        return days.compareTo(BigDecimal.ONE) == 0;
    }

    private static String days(BigDecimal days) {
        return Words.figure(days) + (isOne(days) ? " day" : " days");
    }
}
