package org.uplift.stack.demonstration;

import java.util.Map;
import java.util.stream.Stream;

/** The pupils of every year group, with what the groups of pupils need. */
record PupilRows(InventedTrust trust) implements Rows {
    private static final int FIRST_WITH_PRIOR_ATTAINMENT = 3;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        return school.yearGroups()
                .boxed()
                .flatMap(yearGroup -> trust.pupils(school, yearGroup, taught).stream()
                        .map(pupil -> row(school, pupil, yearGroup, taught)));
    }

    private static Map<String, Object> row(School school, Pupil pupil, int yearGroup, int taught) {
        Map<String, Object> row = Rows.row(school, taught, taught + "-08-31T08:00:00Z");
        row.put("upn", pupil.upn());
        row.put("yearGroup", yearGroup == 0 ? "R" : String.valueOf(yearGroup));
        row.put("sex", pupil.sex());
        row.put("disadvantaged", pupil.disadvantaged());
        row.put("senProvision", pupil.sen());
        row.put("eal", pupil.eal());
        row.put("lookedAfter", false);
        if (yearGroup >= FIRST_WITH_PRIOR_ATTAINMENT) {
            row.put("priorAttainment", pupil.prior());
        }
        row.put("mobile", pupil.mobile());
        return row;
    }
}
