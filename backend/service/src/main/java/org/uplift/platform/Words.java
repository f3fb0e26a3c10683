package org.uplift.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How things are written in sentences for people. */
public final class Words {
    /** The fewest characters in which something can be said. */
    public static final int SHORTEST_NARRATIVE = 20;

    private static final Pattern NOTHING_TO_READ = Pattern.compile("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$");
    private static final int MOST_DECIMALS = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    /** A day as 31 July 2026. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** A number with the decimals that it has, two at most. */
    public static String figure(BigDecimal value) {
        return value.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An amount of money as £2,000 or £2,000.50. */
    public static String pounds(BigDecimal amount) {
        return String.format(Locale.UK, amount.stripTrailingZeros().scale() > 0 ? "£%,.2f" : "£%,.0f", amount);
    }

    /** With its first letter as a capital. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** How many characters of a text there are to read, from the first that can be seen to the last. */
    public static int written(@Nullable String text) {
        return text == null ? 0 : NOTHING_TO_READ.matcher(text).replaceAll("").length();
    }

    /** A code as words: {@code target-setting} is target setting. */
    public static String of(String code) {
        return code.replace('-', ' ');
    }
}
