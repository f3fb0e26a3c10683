package org.uplift.inspection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an inspectorate said, by codes of the framework's lists.
 *
 * @param inspectedUrn the URN that was inspected; null for an earlier one that is not named
 * @param typeAsPublished the type as a published file spells it
 * @param overallEffectiveness only where the inspectorate gave one
 * @param ungradedOutcome the outcome of an ungraded inspection, in the inspectorate's words
 * @param judgements grade by area
 */
record InspectionFacts(
        @Nullable Integer inspectedUrn,
        String framework,
        String inspectionType,
        @Nullable String typeAsPublished,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate publicationDate,
        @Nullable String overallEffectiveness,
        @Nullable String ungradedOutcome,
        @Nullable String safeguarding,
        @Nullable String categoryOfConcern,
        Map<String, String> judgements,
        Source source,
        @Nullable String webLink) {

    /** What makes it the same inspection when it comes again. */
    record Key(int schoolUrn, String framework, String inspectionType, LocalDate startDate) {}

    Key key(int schoolUrn) {
        return new Key(schoolUrn, framework, inspectionType, startDate);
    }

    /** The same, with what is known of the fields about which nothing was said. */
    InspectionFacts keeping(InspectionFacts known, Set<String> unsaid) {
        Map<String, String> grades = new LinkedHashMap<>(judgements);
        known.judgements.forEach((area, grade) -> {
            if (unsaid.contains("judgements/" + area)) {
                grades.putIfAbsent(area, grade);
            }
        });
        return new InspectionFacts(
                inspectedUrn,
                framework,
                inspectionType,
                typeAsPublished,
                startDate,
                endDate,
                publicationDate,
                unsaid.contains("overallEffectiveness") ? known.overallEffectiveness : overallEffectiveness,
                unsaid.contains("ungradedOutcome") ? known.ungradedOutcome : ungradedOutcome,
                unsaid.contains("safeguarding") ? known.safeguarding : safeguarding,
                unsaid.contains("categoryOfConcern") ? known.categoryOfConcern : categoryOfConcern,
                grades,
                source,
                webLink);
    }
}
