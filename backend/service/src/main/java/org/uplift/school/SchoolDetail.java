package org.uplift.school;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "School", description = "A school of the register, with its links and its intake by year.")
record SchoolDetail(
        @Schema(description = "Unique reference number, 6 digits", examples = "900001")
        int urn,

        String name,
        SchoolStatus status,
        @Schema(examples = "Primary") String phase,
        String type,

        @Schema(description = "As the published register has it", examples = "Open")
        String establishmentStatus,

        int localAuthorityCode,
        String localAuthority,

        @Schema(description = "Local authority (3) and establishment number (4)", examples = "9362001") @Nullable
        String laEstab,

        @Schema(description = "UK provider reference number, 8 digits") @Nullable
        Integer ukprn,

        @Nullable String religiousCharacter,
        @Nullable String diocese,
        @Nullable Integer lowAge,
        @Nullable Integer highAge,
        @Schema(description = "Places") @Nullable Integer capacity,

        @Schema(description = "Pupils at the last census") @Nullable
        Integer numberOnRoll,

        @Nullable String town,
        @Nullable String postcode,
        @Nullable String region,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,

        @Schema(description = "First day in the trust") @Nullable
        LocalDate joinedOn,

        @Schema(description = "Last day in the trust") @Nullable
        LocalDate leftOn,

        List<Link> links,
        @Schema(description = "Newest year first") List<Context> context,
        @Schema(description = "Revision, as in the ETag") int version) {

    public enum Kind {
        PREDECESSOR,
        SUCCESSOR;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Schema(name = "SchoolLink", description = "A URN that this school had before, or that it has become.")
    record Link(
            int urn,
            Kind kind,

            @Schema(description = "When one became the other") @Nullable
            LocalDate date) {}

    @Schema(
            name = "SchoolContext",
            description = "The intake of a school in one academic year; percentages of pupils on roll.")
    record Context(
            AcademicYear academicYear,
            @Nullable Integer numberOnRoll,

            @Schema(description = "Eligible for free school meals, as the register has it") @Nullable
            BigDecimal freeMealsPercent,

            @Schema(description = "Free school meals in the last six years, or looked after, as pupils are pushed")
            @Nullable
            BigDecimal disadvantagedPercent,

            @Nullable BigDecimal senSupportPercent,
            @Nullable BigDecimal ehcpPercent,
            @Nullable BigDecimal ealPercent) {}

    static SchoolDetail of(School s, List<Link> links, List<Context> context) {
        return new SchoolDetail(
                s.urn(),
                s.name(),
                s.status(),
                s.phase(),
                s.type(),
                s.establishmentStatus(),
                s.localAuthorityCode(),
                s.localAuthority(),
                s.laEstab(),
                s.ukprn(),
                s.religiousCharacter(),
                s.diocese(),
                s.lowAge(),
                s.highAge(),
                s.capacity(),
                s.numberOnRoll(),
                s.town(),
                s.postcode(),
                s.region(),
                s.openedOn(),
                s.closedOn(),
                s.joinedOn(),
                s.leftOn(),
                links,
                context,
                s.version());
    }
}
