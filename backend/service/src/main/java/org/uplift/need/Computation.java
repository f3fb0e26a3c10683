package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the figure of an indicator is found. */
@Schema(name = "NeedComputation", description = "How the figure of an indicator is found.")
public enum Computation {
    /** The measure, less that of England in the same year. */
    AGAINST_ENGLAND,
    /** How far the straight line (least squares) through the last three years goes in them; three values at least. */
    THREE_YEAR_TREND,
    /** The measure of disadvantaged pupils, less that of the others. */
    DISADVANTAGED_GAP,
    /** The lowest of several measures. */
    LOWEST,
    /** The measure itself. */
    VALUE,
    /** Points of the least good judgement of an inspection with graded judgements. */
    LEAST_GOOD_JUDGEMENT,
    /** Points of the areas of a report card that are below the expected standard. */
    AREAS_BELOW_EXPECTED,
    YEARS_SINCE_INSPECTION,
    /** Points of the open concerns that are not restricted. */
    OPEN_CONCERNS,
    /** In percent of the year before. */
    CHANGE_IN_ROLL,
    YEARS_OF_HEADSHIP,
    /** Mean points of the priorities of the last cycle. */
    LAST_EVALUATION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
