package org.uplift.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A value as people see it. */
public final class Shown {
    private Shown() {}

    /** Rounded half up to a number of decimals; a percentage with its sign, progress with plus or minus. */
    public static String of(BigDecimal value, int decimals, String unit) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && value.signum() != 0 && unit.equals("percent")) {
            return "low";
        }
        String text = rounded.toPlainString().replace('-', '−');
        return switch (unit) {
            case "percent" -> text + "%";
            case "progress" -> rounded.signum() > 0 ? "+" + text : text;
            default -> text;
        };
    }
}
