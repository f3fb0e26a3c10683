package org.uplift.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An inspection as it is told, codes with their labels. */
@Schema(
        name = "Inspection",
        description = "What an inspectorate said of a school, in the framework that it was said in.")
public record InspectionSummary(
        UUID id,

        @Schema(description = "The school whose history it belongs to", examples = "900001")
        int schoolUrn,

        @Schema(description = "The URN that was inspected: an earlier one where `predecessor` is true") @Nullable
        Integer inspectedUrn,

        @Schema(examples = "report-card") String framework,
        @Schema(examples = "Report card") String frameworkLabel,
        @Schema(examples = "full") String inspectionType,
        @Schema(examples = "Full inspection") String inspectionTypeLabel,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate publicationDate,

        @Schema(
                description =
                        "Only where the inspectorate gave one: never for inspections that began after 1 September 2024",
                examples = "2")
        @Nullable
        String overallEffectiveness,

        @Nullable String overallEffectivenessLabel,

        @Schema(
                description = "What an ungraded inspection ended in, in the inspectorate's words",
                examples = "School remains Good")
        @Nullable
        String ungradedOutcome,

        @Schema(examples = "met") @Nullable String safeguarding,
        @Schema(examples = "Met") @Nullable String safeguardingLabel,
        @Schema(examples = "SM") @Nullable String categoryOfConcern,
        @Schema(examples = "Special measures") @Nullable String categoryOfConcernLabel,

        @Schema(description = "Whether it began before or after the school joined the trust")
        Joined joined,

        @Schema(description = "It was made at the URN that the school had before")
        boolean predecessor,

        @Schema(description = "In the order of the framework")
        List<InspectionJudgement> judgements,

        Source source,

        @Schema(description = "The inspectorate's page") @Nullable
        String webLink,

        @Schema(description = "Revision, as in the ETag") int version) {}
