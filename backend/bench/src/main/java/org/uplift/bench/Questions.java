package org.uplift.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.uplift.stack.Database;

/**
 * Questions of an analyst, who sees no pupils, about ten years of outcomes of a hundred schools in every group: how long all of them
 * take against one that counts the same rows. Told, as no bar is set for it.
 */
record Questions() implements Measurement {
    private static final String ANALYST = "analyst";
    private static final int FIRST_YEAR = 2016;
    private static final int YEARS = 10;
    private static final int TURNS = 10;

    /** Outcomes of two sexes who are the whole, and of every other group; a few of each hundred are of few pupils. */
    private static final String OUTCOMES = """
            insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,
                numerator, denominator, cohort_size, counted, coverage, confidence_lower, confidence_upper, result_status, dated)
            select u.urn, m.code, y.year, 'summer', '6', g.code, 'computed', 100.0 * n.met / n.pupils, n.met, n.pupils, n.pupils,
                   n.pupils, 1, 100.0 * n.met / n.pupils - 10, 100.0 * n.met / n.pupils + 10, 'final', make_date(y.year + 1, 5, 12)
            from (select urn from school where status = 'IN_TRUST' order by urn limit %d) u
                 cross join measure m
                 cross join generate_series(%d, %d) y (year)
                 cross join pupil_group g
                 cross join lateral (select pupils, pupils - (u.urn + y.year + m.position) %% pupils as met
                                     from (select case g.code when 'ALL' then 60 when 'MALE' then 31 when 'FEMALE' then 29
                                                              else 3 + (u.urn * 7 + y.year + g.position * 5) %% 30 end as pupils) p) n
            where m.key_stage = 'KS2'""";

    private static final List<Map<String, Object>> QUESTIONS = List.of(
            Map.of(),
            Map.of("criteria", is("measureCode", "KS2_RWM_EXP")),
            Map.of("criteria", is("measureCode", "KS2_RWM_EXP"), "sort", List.of("-value"), "pageSize", 50),
            Map.of("criteria", is("pupilGroup", "ALL"), "indicators", List.of("value")),
            Map.of(
                    "criteria",
                    Map.of("and", List.of(is("pupilGroup", "DISADVANTAGED"), Map.of("column", "value", "lt", "50"))),
                    "labels",
                    "both"),
            Map.of("criteria", is("schoolUrn", "900001"), "sort", List.of("academicYear", "measureCode")),
            Map.of("criteria", Map.of("column", "academicYear", "gte", "2023/2024"), "page", 20, "pageSize", 1000),
            Map.of("criteria", Map.of("not", is("pupilGroup", "ALL")), "sort", List.of("-cohortSize", "schoolUrn")),
            Map.of("criteria", Map.of("column", "value", "gte", "99"), "pageSize", 5000));

    private static Map<String, Object> is(String column, String value) {
        return Map.of("column", column, "eq", value);
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust trust = ground.large();
        Deployment deployment = trust.deployment();
        fill(trust);
        double first = ask(deployment, Map.of("pageSize", 1)) / 1e9;
        long rows = deployment
                .api()
                .post(ANALYST, "/data-sets/headline-outcomes/query", Map.of("pageSize", 1))
                .get("paging")
                .get("totalResults")
                .asLong();
        askAll(deployment);
        Line.Runs runs = new Line.Runs();
        double slowest = 0;
        double median = 0;
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            long[] nanos = new long[TURNS * QUESTIONS.size()];
            for (int at = 0; at < nanos.length; at++) {
                nanos[at] = ask(deployment, QUESTIONS.get(at % QUESTIONS.size()));
            }
            Arrays.sort(nanos);
            median = Math.max(median, Spread.percentile(nanos, 0.5) / 1e6);
            slowest = Math.max(slowest, Spread.percentile(nanos, 0.95) / 1e6);
            runs.add(Spread.percentile(nanos, 0.95) / 1e6, ask(deployment, Map.of("pageSize", 1)) / 1e6);
        }
        return List.of(runs.line(
                ("questions about %,d outcomes of %d schools in %d years, p95 ÷ one row and their number (p50 %.0f ms, p95 %.0f ms;"
                                + " the first, that finds out what is hidden, %.1f s)")
                        .formatted(rows, trust.shape().schools(), YEARS, median, slowest, first),
                null,
                "ms",
                "p95",
                "one row"));
    }

    /** Replaces the outcomes of a trust by these. */
    static void fill(Ground.Trust trust) {
        trust.deployment().execute(Database.OWNER, "truncate outcome");
        trust.deployment()
                .execute(
                        Database.OWNER,
                        OUTCOMES.formatted(trust.shape().schools(), FIRST_YEAR, FIRST_YEAR + YEARS - 1));
        trust.deployment().settle();
    }

    /** Asks all of them, one after the other. */
    static void askAll(Deployment deployment) {
        QUESTIONS.forEach(question -> ask(deployment, question));
    }

    private static long ask(Deployment deployment, Map<String, Object> question) {
        long start = System.nanoTime();
        deployment.api().post(ANALYST, "/data-sets/headline-outcomes/query", question);
        return System.nanoTime() - start;
    }
}
