package org.uplift.pupil;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code lists of a Common Transfer File: what its results are results of, and how far they are settled. */
record CtfCodes(List<Assessment> assessments, List<Status> statuses) {
    /** Where a result stands in a file. A code list may leave any of these blank, and then it fits all. */
    record Place(String stage, String subject, String method, String component, String qualifier) {
        boolean fits(Place found) {
            return fits(stage, found.stage)
                    && fits(subject, found.subject)
                    && fits(method, found.method)
                    && fits(component, found.component)
                    && fits(qualifier, found.qualifier);
        }

        private static boolean fits(String code, String found) {
            return code.isEmpty() || code.equals(found);
        }

        /** How much it says; of two that fit, the one that says more counts. */
        int weight() {
            return (int) List.of(stage, subject, method, component, qualifier).stream()
                    .filter(code -> !code.isEmpty())
                    .count();
        }

        /** As it is shown to people. */
        @Override
        public String toString() {
            return String.join(" / ", stage, subject, method, component, qualifier);
        }
    }

    /** Academic years, by the calendar year in which they start. */
    record Years(int from, @Nullable Integer to) {
        boolean contain(int year) {
            return year >= from && (to == null || year <= to);
        }
    }

    /**
     * What a place in the file is in a row of results.
     *
     * @param scored whether a number is a score; else it is a grade
     * @param derived results that follow from another one
     */
    record Assessment(
            Place place,
            Years years,
            String assessmentCode,
            String subject,
            String component,
            String gradeSet,
            boolean scored,
            Set<String> derived) {}

    /** What a result status is in a row of results. */
    record Status(String code, Years years, String facet, String resultStatus) {}

    Optional<Assessment> assessment(Place place, int academicYear) {
        return assessments.stream()
                .filter(known -> known.place().fits(place) && known.years().contain(academicYear))
                .max(Comparator.comparingInt(known -> known.place().weight()));
    }

    Optional<Status> status(String code, int academicYear) {
        return statuses.stream()
                .filter(known -> known.code().equals(code) && known.years().contain(academicYear))
                .findFirst();
    }
}
