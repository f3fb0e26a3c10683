package org.uplift.expertise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "A profile with its evidence; absences and conflicts of interest for those alone who may know them.")
record ExpertDetail(
        ExpertSummary expert,

        @Schema(description = "The three terms of the academic year")
        List<Capacity> year,

        @Schema(description = "Why one may believe it, as the person says")
        List<EvidenceLine> evidence,

        @Schema(description = "How the schools that were supported have judged it, by area")
        List<ImpactLine> impact,

        @Schema(description = "For the person, the leaders of their school and the trust's; absent for others")
        @Nullable
        List<AbsenceLine> absences,

        @Schema(description = "For the person, the leaders of their school and the trust's; absent for others")
        @Nullable
        List<InterestLine> conflicts,

        @Schema(description = "It is yours") boolean mayChange,
        @Schema(description = "You can say that it is so") boolean mayConfirm) {

    @Schema(name = "ExpertEvidence", description = "Why one may believe it.")
    record EvidenceLine(
            UUID id,
            EvidenceKind kind,

            @Schema(description = "The id of a checkpoint, the code of a measure; absent for words") @Nullable
            String reference,

            @Schema(examples = "Phonics check, 2023 to 2026")
            String label) {}

    @Schema(name = "ExpertImpact", description = "How schools have judged what support has changed, in one area.")
    record ImpactLine(
            @Schema(examples = "English") String area,
            @Schema(description = "How many reviews") int reviews,

            @Schema(
                    description = "The mean: 1 no difference yet, 2 some, 3 what was hoped for, 4 more than that",
                    examples = "3.2")
            BigDecimal rating) {}

    @Schema(name = "ExpertAbsence", description = "Days on which somebody cannot come; the last belongs to it.")
    record AbsenceLine(UUID id, LocalDate from, LocalDate until) {}

    @Schema(name = "ExpertConflict", description = "A school in which somebody has an interest.")
    record InterestLine(
            UUID id,
            int schoolUrn,
            String schoolName,
            String what,
            LocalDate from,

            @Schema(description = "The last day; absent while it goes on") @Nullable
            LocalDate until) {}
}
