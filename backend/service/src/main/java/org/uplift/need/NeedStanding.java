package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.term.TermOfYear;

/**
 * How much support a school needs now, and needed a term ago.
 *
 * @param term as autumn 2026/2027
 * @param level the code of the one that counts; null where there is not enough data
 * @param levelBefore what the level was called a term before; null where there was none
 * @param risen whether the school needs more than it did
 * @param floor why it has at least the level of a school in concern; null where nothing says so
 */
public record NeedStanding(
        int schoolUrn,
        String term,
        @Nullable BigDecimal score,
        @Nullable String level,
        @Nullable String levelLabel,
        @Nullable String levelBefore,
        boolean risen,
        @Nullable NeedChange direction,
        @Nullable String floor,
        List<String> riskReasons) {
    static NeedStanding of(NeedSummary need) {
        return new NeedStanding(
                need.schoolUrn(),
                new TermOfYear(need.academicYear(), need.term()).words(),
                need.score(),
                need.level(),
                need.levelLabel(),
                null,
                false,
                need.direction(),
                need.floor(),
                need.riskReasons());
    }

    /** The same, with what it was a term before. */
    NeedStanding after(@Nullable NeedLevel before, @Nullable NeedLevel now) {
        return new NeedStanding(
                schoolUrn,
                term,
                score,
                level,
                levelLabel,
                before == null ? null : before.label(),
                before != null && now != null && now.position() > before.position(),
                direction,
                floor,
                riskReasons);
    }
}
