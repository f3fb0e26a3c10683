package org.uplift.commission;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an expert where support is wanted.
 *
 * @param present whether they belong to the trust today
 * @param hasSpecialism whether they have the one that is wanted
 * @param hasArea whether they have any of its area
 * @param rating how schools have judged their support in the area, 1 to 4; nothing where none has
 * @param evidence how many pieces of evidence their profile points at
 * @param distance from the context of their school to the one that is supported, in standard deviations; nothing where unknown
 * @param kilometres from their school; nothing where unknown
 * @param terms what is asked in each term, and what they have
 * @param givenThisYear days that they have given in the academic year
 * @param weekdays between the first day and the last
 * @param away on how many of those they cannot come
 */
record Offer(
        UUID expertId,
        String name,
        @Nullable Integer schoolUrn,
        @Nullable String schoolName,
        boolean present,
        boolean offering,
        boolean confirmed,
        boolean beyondTrust,
        boolean conflicted,
        boolean hasSpecialism,
        boolean hasArea,
        @Nullable BigDecimal rating,
        int reviews,
        int evidence,
        @Nullable BigDecimal distance,
        @Nullable BigDecimal kilometres,
        List<OfTerm> terms,
        BigDecimal givenThisYear,
        int weekdays,
        int away) {

    /** What is asked of a term, what somebody has in each, and what of it is promised already, to others. */
    record OfTerm(String words, BigDecimal asked, BigDecimal offered, BigDecimal promised) {
        BigDecimal free() {
            return offered.subtract(promised);
        }
    }
}
