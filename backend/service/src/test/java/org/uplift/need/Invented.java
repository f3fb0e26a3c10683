package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import org.uplift.outcome.Better;

/** Levels and indicators as rules need them. */
final class Invented {
    static final Levels LEVELS = new Levels(List.of(
            new NeedLevel("universal", 1, BigDecimal.ZERO, 3, false),
            new NeedLevel("targeted", 2, BigDecimal.valueOf(35), 10, false),
            new NeedLevel("intensive", 3, BigDecimal.valueOf(60), 20, true)));

    private Invented() {}

    static NeedLevel level(String code) {
        return LEVELS.named("/level", code);
    }

    static Weight weight(String startsAt, String fullAt, String maximum) {
        return new Weight(new BigDecimal(startsAt), new BigDecimal(fullAt), new BigDecimal(maximum));
    }

    /** One of which less is better, as absence. */
    static NeedIndicator indicator(String code, String tolerance) {
        return new NeedIndicator(
                code, Computation.VALUE, Better.LOWER, weight("5", "10", "8"), new BigDecimal(tolerance), true);
    }

    static NeedIndicator trend(String tolerance) {
        return new NeedIndicator(
                "TREND",
                Computation.THREE_YEAR_TREND,
                Better.HIGHER,
                weight("-3", "-15", "8"),
                new BigDecimal(tolerance),
                true);
    }

    static Decline.Course course(NeedIndicator indicator, String beforeThat, String before, String now) {
        return new Decline.Course(indicator, number(now), number(before), number(beforeThat));
    }

    static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
