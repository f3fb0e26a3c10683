package org.uplift.need;

import org.jspecify.annotations.Nullable;

/**
 * The pupils that a school teaches.
 *
 * @param from the youngest age, where the register says it
 * @param to the age at which they leave
 */
record Taught(
        String phase, @Nullable Integer from, @Nullable Integer to) {
    private static final int LEAVING_PRIMARY = 11;

    /** Whether pupils of an age are taught; by the phase where the register has no ages. */
    boolean includes(int age) {
        if (from != null && to != null) {
            return age >= from && age < to;
        }
        return switch (phase) {
            case "Primary" -> age < LEAVING_PRIMARY;
            case "Secondary" -> age >= LEAVING_PRIMARY;
            default -> true;
        };
    }
}
