package org.uplift.stack;

/** Valid unique pupil numbers of pupils that do not exist. Source: Department for Education, guide to unique pupil numbers. */
public final class PupilNumber {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private PupilNumber() {}

    /**
     * The number of a pupil, with its check letter.
     *
     * @param localAuthority three digits
     * @param establishment four digits
     * @param year the calendar year in which the number was given; its last two digits count
     * @param serial from 1 to 999
     */
    public static String of(int localAuthority, int establishment, int year, int serial) {
        StringBuilder number = new StringBuilder(13).append(' ');
        digits(number, localAuthority, 100);
        digits(number, establishment, 1000);
        digits(number, year % 100, 10);
        digits(number, serial, 100);
        int sum = 0;
        for (int at = 1; at < number.length(); at++) {
            sum += (number.charAt(at) - '0') * (at + 1);
        }
        number.setCharAt(0, LETTERS.charAt(sum % LETTERS.length()));
        return number.toString();
    }

    private static void digits(StringBuilder number, int value, int unit) {
        if (value < 0 || value >= unit * 10) {
            throw new IllegalArgumentException(value + " does not fit into a pupil number");
        }
        for (int rest = value, place = unit; place > 0; rest %= place, place /= 10) {
            number.append((char) ('0' + rest / place));
        }
    }
}
