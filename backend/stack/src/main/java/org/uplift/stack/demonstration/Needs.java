package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.uplift.stack.Api;

/** How much support the schools needed in each term, and what leaders have made of it. */
final class Needs {
    private static final String TRUST_LEADER = "trust.leader";
    private static final List<String> TERMS = List.of("autumn", "spring", "summer");
    private static final List<String> LEVELS = List.of("universal", "targeted", "intensive");

    /** A school whose leaders know more than its figures show. */
    private static final int KNOWN_BETTER = 900006;

    /** A school whose newest report card puts it in a category of concern. */
    private static final int IN_CONCERN = 900007;

    private static final Map<String, String> REPORT_CARD = Map.of(
            "inclusion", "needs-attention",
            "curriculum-and-teaching", "needs-attention",
            "achievement", "urgent-improvement",
            "attendance-and-behaviour", "needs-attention",
            "personal-development", "expected-standard",
            "leadership-and-governance", "needs-attention",
            "early-years", "expected-standard");

    private final Api api;
    private final LocalDate today;

    Needs(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    /** Records the newest inspection of the school in concern. */
    void inspect() {
        api.post(
                TRUST_LEADER,
                "/schools/" + IN_CONCERN + "/inspections",
                Map.of(
                        "framework",
                        "report-card",
                        "inspectionType",
                        "full",
                        "startDate",
                        today.minusDays(40).toString(),
                        "safeguarding",
                        "met",
                        "categoryOfConcern",
                        "RSI",
                        "judgements",
                        REPORT_CARD.entrySet().stream()
                                .map(judged -> Map.of("area", judged.getKey(), "grade", judged.getValue()))
                                .toList()));
    }

    /** Assesses every term from the first year on. */
    void assess(int firstYear, int year) {
        for (int taught = firstYear; taught <= year; taught++) {
            for (String term : TERMS) {
                if (!begins(taught, term).isAfter(today)) {
                    api.post(
                            TRUST_LEADER,
                            "/need-assessments",
                            Map.of("academicYear", taught + "/" + (taught + 1), "term", term));
                }
            }
        }
    }

    /** Sets the level of a school one higher, or one lower where there is none above. */
    void moderate() {
        JsonNode assessment =
                api.get(TRUST_LEADER, "/schools/" + KNOWN_BETTER + "/need").at("/current/assessment");
        int computed =
                Math.max(0, LEVELS.indexOf(assessment.path("computedLevel").asText()));
        boolean highest = computed == LEVELS.size() - 1;
        api.post(
                TRUST_LEADER,
                "/need-assessments/" + assessment.get("id").asText() + "/moderation",
                assessment.get("version").asText(),
                Map.of(
                        "level",
                        LEVELS.get(highest ? computed - 1 : computed + 1),
                        "rationale",
                        highest
                                ? "The new leadership team has settled in, and this term's books show it already."
                                : "Two of the three teachers of year 6 leave at Christmas; no figure shows that yet."));
    }

    private static LocalDate begins(int taught, String term) {
        return switch (term) {
            case "autumn" -> LocalDate.of(taught, 9, 1);
            case "spring" -> LocalDate.of(taught + 1, 1, 1);
            default -> LocalDate.of(taught + 1, 4, 1);
        };
    }
}
