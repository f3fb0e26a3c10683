package org.uplift.outcome;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which groups of one cohort are hidden from those who may not see pupils. A group of one to five pupils is; so is the
 * smallest other group of its breakdown wherever the first could be worked out by subtraction from the cohort and what
 * is shown of its parts. The same cohort always gives the same answer, whatever was asked for.
 */
final class Suppression {
    /** Cohorts up to this size are hidden. */
    static final int THRESHOLD = 5;

    static final String WHOLE = "ALL";

    /** A group of the code list: the breakdown that it belongs to and its place in the list. */
    record Group(String code, String breakdown, int position) {}

    private final List<Group> groups;

    Suppression(List<Group> groups) {
        this.groups = groups;
    }

    /**
     * The groups to hide.
     *
     * @param sizes pupils by group, among them the whole cohort; groups without pupils may be absent
     */
    Set<String> hidden(Map<String, Integer> sizes) {
        int whole = whole(sizes);
        Set<String> hidden = new HashSet<>();
        sizes.forEach((group, size) -> {
            if (isSmall(size)) {
                hidden.add(group);
            }
        });
        if (isSmall(whole)) {
            return Set.copyOf(sizes.keySet());
        }
        Map<String, List<Group>> breakdowns = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !group.code().equals(WHOLE) && sizes.getOrDefault(group.code(), 0) > 0)
                .sorted(Comparator.comparing(Group::position))
                .forEach(group -> breakdowns
                        .computeIfAbsent(group.breakdown(), name -> new java.util.ArrayList<>())
                        .add(group));
        breakdowns.values().forEach(parts -> protect(parts, sizes, whole, hidden));
        return hidden;
    }

    /** The whole cohort, or, where that is not among the groups, as many pupils as some breakdown has. */
    private int whole(Map<String, Integer> sizes) {
        Map<String, Integer> byBreakdown = groups.stream()
                .collect(Collectors.groupingBy(
                        Group::breakdown, Collectors.summingInt(group -> sizes.getOrDefault(group.code(), 0))));
        return sizes.getOrDefault(
                WHOLE, byBreakdown.values().stream().max(Integer::compare).orElse(0));
    }

    /** Hides the smallest shown parts until what is left over after subtraction is of no single small group. */
    private static void protect(List<Group> parts, Map<String, Integer> sizes, int whole, Set<String> hidden) {
        while (true) {
            int shown = parts.stream()
                    .filter(part -> !hidden.contains(part.code()))
                    .mapToInt(part -> size(part, sizes))
                    .sum();
            int all = parts.stream().mapToInt(part -> size(part, sizes)).sum();
            int leftOver = whole - shown;
            long hiddenParts =
                    parts.stream().filter(part -> hidden.contains(part.code())).count() + (whole > all ? 1 : 0);
            boolean single = hiddenParts == 1 && parts.stream().anyMatch(part -> hidden.contains(part.code()));
            if (shown == 0 || !(single || isSmall(leftOver))) {
                return;
            }
            parts.stream()
                    .filter(part -> !hidden.contains(part.code()))
                    .min(Comparator.comparing((Group part) -> size(part, sizes)).thenComparing(Group::position))
                    .ifPresent(part -> hidden.add(part.code()));
        }
    }

    private static int size(Group group, Map<String, Integer> sizes) {
        return sizes.getOrDefault(group.code(), 0);
    }

    private static boolean isSmall(int size) {
        return size >= 1 && size <= THRESHOLD;
    }
}
