package org.uplift.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a school that does well may be about to do so no longer: at least three indicators have worsened two terms running, or the
 * trend of its main result leads down by more than twice its tolerance in three years.
 */
final class Decline {
    /** So many indicators have to worsen. */
    static final int INDICATORS = 3;

    private Decline() {}

    /** An indicator of a school in a term and in the two terms before it; nothing where it could not be computed. */
    record Course(
            NeedIndicator indicator,
            @Nullable BigDecimal now,
            @Nullable BigDecimal before,
            @Nullable BigDecimal beforeThat) {

        /** How it went since the term before; none where one of the two is missing, or where time alone moves it. */
        @Nullable
        NeedChange change() {
            return indicator.showsDecline() && now != null && before != null
                    ? NeedChange.of(indicator.worsening(before, now), indicator.tolerance())
                    : null;
        }

        boolean hasWorsenedTwice() {
            return change() == NeedChange.WORSE
                    && before != null
                    && beforeThat != null
                    && NeedChange.of(indicator.worsening(beforeThat, before), indicator.tolerance())
                            == NeedChange.WORSE;
        }

        boolean isDownwardTrend() {
            return indicator.computation() == Computation.THREE_YEAR_TREND
                    && now != null
                    && now.negate().compareTo(indicator.tolerance().multiply(BigDecimal.TWO)) > 0;
        }
    }

    /** Why a school is at risk, a sentence for each indicator; empty where it is not. */
    static List<String> reasons(List<Course> courses) {
        List<Course> worsened =
                courses.stream().filter(Course::hasWorsenedTwice).toList();
        return Stream.concat(
                        courses.stream().filter(Course::isDownwardTrend).map(Decline::trend),
                        worsened.size() < INDICATORS
                                ? Stream.of()
                                : worsened.stream().map(Decline::worsened))
                .toList();
    }

    private static String trend(Course course) {
        NeedIndicator indicator = course.indicator();
        return indicator.label() + ": " + shown(indicator, course.now()) + ", more than twice the tolerance of "
                + indicator.show(indicator.tolerance()) + ".";
    }

    private static String worsened(Course course) {
        NeedIndicator indicator = course.indicator();
        return indicator.label() + " has worsened two terms running: " + shown(indicator, course.beforeThat()) + ", "
                + shown(indicator, course.before()) + ", " + shown(indicator, course.now()) + ".";
    }

    private static String shown(NeedIndicator indicator, @Nullable BigDecimal value) {
        return value == null ? "–" : indicator.show(value);
    }
}
