package org.uplift.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The frameworks as far as the plain tests of rules and reading need them. */
final class KnownFrameworks {
    private static final LocalDate REPORT_CARD_FROM = LocalDate.of(2025, 11, 10);

    static final Framework GRADED = framework(
            Framework.GRADED,
            null,
            REPORT_CARD_FROM.minusDays(1),
            LocalDate.of(2024, 9, 1),
            List.of(
                    type("monitoring", false, true, "monitoring"),
                    type("graded", true, false, "deemed.*5|converted|(?<!un)graded|section 5|\\bs5\\b|full"),
                    type("ungraded", false, true, "ungraded|short|section 8|\\bs8\\b"),
                    type("other", true, true, "")),
            codes(
                    "quality-of-education",
                    "behaviour-and-attitudes",
                    "personal-development",
                    "leadership-and-management",
                    "early-years",
                    "sixth-form"),
            List.of(
                    grade("1", "Outstanding", true, false),
                    grade("2", "Good", true, false),
                    grade("3", "Requires improvement", true, false),
                    grade("4", "Inadequate", true, false),
                    grade("0", "Insufficient evidence", false, false),
                    grade("8", "Does not apply", false, false),
                    grade("9", "Not recorded or not available", false, false),
                    grade("not-judged", "Not judged", false, false)),
            codes("effective", "not-effective", "not-recorded"),
            codes("SM", "SWK", "NTI"),
            List.of(
                    new Code("remains-good", "School remains Good", null, null, null, null, null, null, "2", null),
                    new Code(
                            "standards-maintained",
                            "Standards maintained",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)));

    static final Framework REPORT_CARD = framework(
            Framework.REPORT_CARD,
            REPORT_CARD_FROM,
            null,
            null,
            List.of(
                    type("monitoring", true, false, "monitoring"),
                    type("full", true, false, "full|(?<!un)graded|\\bs5\\b"),
                    type("other", true, false, "")),
            codes(
                    "inclusion",
                    "curriculum-and-teaching",
                    "achievement",
                    "attendance-and-behaviour",
                    "personal-development",
                    "leadership-and-governance",
                    "early-years",
                    "post-16"),
            List.of(
                    grade("exceptional", "Exceptional", true, false),
                    grade("strong-standard", "Strong standard", true, false),
                    grade("expected-standard", "Expected standard", true, false),
                    grade("needs-attention", "Needs attention", true, false),
                    grade("urgent-improvement", "Urgent improvement", true, true),
                    grade("not-applicable", "Not applicable", false, false)),
            List.of(
                    grade("met", "Met", true, false),
                    grade("not-met", "Not met", true, true),
                    grade("not-recorded", "Not recorded", true, false)),
            codes("SM", "RSI"),
            List.of());

    static final Framework SIAMS = framework(
            "siams",
            null,
            null,
            null,
            List.of(type("section-48", true, false, "")),
            codes("church-school"),
            List.of(
                    new Code("j1", "J1", LocalDate.of(2023, 1, 1), null, true, null, false, null, null, null),
                    new Code("good", "Good", null, LocalDate.of(2023, 8, 31), true, null, false, null, null, null)),
            List.of(),
            List.of(),
            List.of());

    static final Map<String, Framework> ALL =
            Map.of(Framework.GRADED, GRADED, Framework.REPORT_CARD, REPORT_CARD, "siams", SIAMS);

    private KnownFrameworks() {}

    private static Framework framework(
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate overallUntil,
            List<Code> types,
            List<Code> areas,
            List<Code> grades,
            List<Code> safeguarding,
            List<Code> concerns,
            List<Code> outcomes) {
        return new Framework(
                code,
                code,
                "Ofsted",
                from,
                to,
                overallUntil,
                types,
                areas,
                grades,
                safeguarding,
                concerns,
                outcomes,
                types);
    }

    private static List<Code> codes(String... codes) {
        return Stream.of(codes)
                .map(code -> grade(code, code.replace('-', ' '), true, false))
                .toList();
    }

    private static Code grade(String code, String label, boolean judged, boolean concern) {
        return new Code(code, label, null, null, judged, null, concern, null, null, null);
    }

    private static Code type(String code, boolean judges, boolean outcome, String pattern) {
        return new Code(
                code,
                code,
                null,
                null,
                judges,
                outcome,
                null,
                null,
                null,
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
