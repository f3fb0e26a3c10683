package org.uplift.access;

import java.util.SortedSet;
import java.util.TreeSet;

/** The schools in which a caller has a permission: all of the register, or those listed. */
public record Scope(boolean trust, SortedSet<Integer> schools) {
    /** No school at all. */
    public static final Scope NOTHING = new Scope(false, new TreeSet<>());

    /** Whether it covers a school; a trust-level thing has no school ({@code null}) and needs trust scope. */
    public boolean covers(@org.jspecify.annotations.Nullable Integer urn) {
        return trust || (urn != null && schools.contains(urn));
    }

    /** What either covers. */
    public Scope and(Scope other) {
        SortedSet<Integer> all = new TreeSet<>(schools);
        all.addAll(other.schools);
        return new Scope(trust || other.trust, all);
    }

    public boolean isEmpty() {
        return !trust && schools.isEmpty();
    }

    Integer[] array() {
        return schools.toArray(Integer[]::new);
    }
}
