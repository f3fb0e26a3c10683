package org.uplift.school;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
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

    private static final int MOST_YEARS = 20;

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
            LocalDate date) {
        private static final Comparator<Link> OLDEST_FIRST = Comparator.comparing(
                        Link::date, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Link::urn);

        private static Link of(String[] row) {
            return new Link(
                    Integer.parseInt(row[0]), Kind.valueOf(row[1]), row[2].isEmpty() ? null : LocalDate.parse(row[2]));
        }
    }

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
            @Nullable BigDecimal ealPercent) {
        private static final Comparator<Context> NEWEST_FIRST =
                Comparator.comparing(Context::academicYear).reversed();

        private static Context of(String[] row) {
            return new Context(
                    new AcademicYear(Integer.parseInt(row[0])),
                    row[1].isEmpty() ? null : Integer.valueOf(row[1]),
                    percent(row[2]),
                    percent(row[3]),
                    percent(row[4]),
                    percent(row[5]),
                    percent(row[6]));
        }

        private static @Nullable BigDecimal percent(String text) {
            return text.isEmpty() ? null : new BigDecimal(text);
        }
    }

    static SchoolDetail of(Row row) {
        return new SchoolDetail(
                row.getInteger("found_school"),
                row.getString("name"),
                SchoolStatus.valueOf(row.getString("status")),
                row.getString("phase"),
                row.getString("type"),
                row.getString("establishment_status"),
                row.getInteger("local_authority_code"),
                row.getString("local_authority"),
                laEstab(row.getInteger("local_authority_code"), row.getInteger("establishment_number")),
                row.getInteger("ukprn"),
                row.getString("religious_character"),
                row.getString("diocese"),
                row.getInteger("low_age"),
                row.getInteger("high_age"),
                row.getInteger("capacity"),
                row.getInteger("number_on_roll"),
                row.getString("town"),
                row.getString("postcode"),
                row.getString("region"),
                row.getLocalDate("opened_on"),
                row.getLocalDate("closed_on"),
                row.getLocalDate("joined_on"),
                row.getLocalDate("left_on"),
                rows(row.getArrayOfStrings("links"), Link::of)
                        .sorted(Link.OLDEST_FIRST)
                        .toList(),
                rows(row.getArrayOfStrings("context"), Context::of)
                        .sorted(Context.NEWEST_FIRST)
                        .limit(MOST_YEARS)
                        .toList(),
                row.getInteger("version"));
    }

    /** What an array of rows holds, each as a row's text: its values are numbers, dates and codes, of which none is quoted. */
    private static <T> Stream<T> rows(String[] texts, Function<String[], T> reading) {
        return Arrays.stream(texts)
                .map(text -> reading.apply(text.substring(1, text.length() - 1).split(",", -1)));
    }

    /** Local authority and establishment number as they are written, 7 digits. */
    private static @Nullable String laEstab(int localAuthority, @Nullable Integer establishment) {
        return establishment == null ? null : "%03d%04d".formatted(localAuthority, establishment);
    }
}
