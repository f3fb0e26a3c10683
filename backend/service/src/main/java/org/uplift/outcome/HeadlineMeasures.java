package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Computes the measures of a school and year from the rows of its pupils, for each cohort and group of them: in the
 * transaction of a push that is answered at once, and right after that of a file. Until then its measures are outdated, and
 * say so.
 */
@ApplicationScoped
public class HeadlineMeasures {
    public static final String ATTENDANCE = "ATTENDANCE";
    public static final String SUSPENSION = "SUSPENSION";
    public static final String MEASURE_VALUE = "MEASURE_VALUE";

    /** Pupils have changed: with them the groups and who is eligible, for every measure. */
    public static final Set<String> EVERY =
            Set.of("KS2", "EYFSP", "PHONICS", "MTC", "KS1", "KS4", "TA", ATTENDANCE, SUSPENSION, MEASURE_VALUE);

    /** What is computed from which rows. Key stage 1 has no measure; its rows are history. */
    private static final Map<String, String> STATEMENTS = new LinkedHashMap<>();

    static {
        STATEMENTS.put("EYFSP", measures("early-years.sql"));
        STATEMENTS.put("PHONICS", measures("phonics.sql"));
        STATEMENTS.put("MTC", measures("multiplication.sql"));
        STATEMENTS.put("KS2", measures("key-stage-2.sql"));
        STATEMENTS.put("KS4", measures("key-stage-4.sql"));
        STATEMENTS.put("TA", measures("teacher-assessment.sql"));
        STATEMENTS.put(ATTENDANCE, measures("attendance.sql"));
        STATEMENTS.put(SUSPENSION, measures("suspensions.sql"));
        STATEMENTS.put(MEASURE_VALUE, file("measure-values.sql"));
    }

    /**
     * How many rows a step of these statements gives is a guess for the planner, which then loops over what it should
     * hash; and to plan one for the partitions of forty years takes longer than to run it. So they are held to hashing and
     * to one plan. Other statements of the transaction are not.
     */
    private static final String PLANNING = """
            select set_config('enable_nestloop', :loops, true), set_config('enable_mergejoin', :loops, true),
                   set_config('enable_sort', :loops, true), set_config('plan_cache_mode', :plans, true),
                   set_config('work_mem', :memory, true)""";

    /** A school in an academic year, by the calendar year in which it starts. */
    public record SchoolYear(int schoolUrn, int academicYear) {}

    @Inject
    EntityManager entities;

    @Inject
    OutdatedOutcomes outdated;

    @Inject
    @ConfigProperty(name = "uplift.ingest.work-mem")
    String workMemory;

    /**
     * Sees to it that the measures follow the rows that a request has changed.
     *
     * @param atOnce in the running transaction; else right after it
     */
    public void follow(Collection<SchoolYear> touched, Set<String> sources, boolean atOnce) {
        if (atOnce) {
            refresh(touched, sources);
        } else if (!touched.isEmpty()) {
            outdated.add(touched, sources);
        }
    }

    /**
     * Computes again what rows of some kinds feed, for the schools and years whose rows have changed.
     *
     * @param sources assessment codes, {@link #ATTENDANCE}, {@link #SUSPENSION}, {@link #MEASURE_VALUE}; {@link #EVERY}
     *     when pupils have changed
     */
    void refresh(Collection<SchoolYear> touched, Set<String> sources) {
        if (touched.isEmpty() || Collections.disjoint(sources, STATEMENTS.keySet())) {
            return;
        }
        Integer[] urns = touched.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new);
        Integer[] years = touched.stream().map(SchoolYear::academicYear).toArray(Integer[]::new);
        planning("off", "force_generic_plan");
        STATEMENTS.forEach((source, statement) -> {
            if (sources.contains(source)) {
                Query query = entities.createNativeQuery(statement)
                        .setParameter("urns", urns)
                        .setParameter("years", years);
                if (statement.contains(":fed_by")) {
                    query.setParameter("fed_by", source);
                }
                query.getResultList();
            }
        });
        planning("on", "auto");
    }

    private void planning(String loops, String plans) {
        entities.createNativeQuery(PLANNING)
                .setParameter("loops", loops)
                .setParameter("plans", plans)
                .setParameter("memory", workMemory)
                .getSingleResult();
    }

    /** The statement that computes and stores what one file measures. */
    private static String measures(String name) {
        return file("headline-measures.sql")
                .replace("{measured}", file(name))
                .replace("{by_pupil}", file("by-pupil.sql"))
                .replace("{settled_results}", file("settled-results.sql"))
                .replace("{pupil_group}", file("pupil-group.sql"))
                .replace("{breakdowns}", file("breakdowns.sql"));
    }

    static String file(String name) {
        try (var stream = HeadlineMeasures.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
