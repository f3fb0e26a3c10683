package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/**
 * The levels of need.
 *
 * @param ranked from the least need to the most
 */
record Levels(List<NeedLevel> ranked) {
    /**
     * The level that follows from a score; none without one, unless the school is in concern.
     *
     * @param inConcern the school is in a category of concern, or safeguarding is not met
     */
    Optional<NeedLevel> of(@Nullable BigDecimal score, boolean inConcern) {
        Optional<NeedLevel> scored = score == null
                ? Optional.empty()
                : ranked.reversed().stream()
                        .filter(level -> score.compareTo(level.fromScore()) >= 0)
                        .findFirst();
        return inConcern ? Optional.of(higher(scored.orElse(null), floor())) : scored;
    }

    /** The level that a school in a category of concern has at least; the highest where none is named. */
    NeedLevel floor() {
        return ranked.stream().filter(NeedLevel::isOfConcern).findFirst().orElse(ranked.getLast());
    }

    /**
     * The level that counts: the moderated one, but never below that of a school in concern.
     *
     * @param computed as computed, none where too little could be
     * @param moderated as people have set it, none where nobody has
     */
    @Nullable
    NeedLevel inForce(@Nullable NeedLevel computed, @Nullable NeedLevel moderated, boolean inConcern) {
        return moderated == null ? computed : inConcern ? higher(moderated, floor()) : moderated;
    }

    /** By how many levels a level is away from the computed one; at least one where there is none, counted from the first. */
    int between(@Nullable NeedLevel computed, NeedLevel wanted) {
        int steps = Math.abs(ranked.indexOf(wanted) - ranked.indexOf(computed == null ? ranked.getFirst() : computed));
        return computed == null ? Math.max(1, steps) : steps;
    }

    /** Whether it is the level of least need. */
    boolean isFirst(@Nullable NeedLevel level) {
        return ranked.getFirst().equals(level);
    }

    /** The one with this code; none where there is no code. */
    @Nullable
    NeedLevel get(@Nullable String code) {
        return code == null
                ? null
                : ranked.stream()
                        .filter(level -> level.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }

    /** The one that a field of a payload names; 422 when there is none. */
    NeedLevel named(String path, String code) {
        return ranked.stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        path,
                        "unknown-code",
                        "\"" + code + "\" is not a level of need; use "
                                + String.join(
                                        ", ",
                                        ranked.stream().map(NeedLevel::code).toList())
                                + "."));
    }

    private static NeedLevel higher(@Nullable NeedLevel one, NeedLevel other) {
        return one != null && one.position() > other.position() ? one : other;
    }
}
