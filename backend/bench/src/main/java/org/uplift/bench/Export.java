package org.uplift.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.postgresql.PGConnection;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** Results of pupils, downloaded as a file, against what the database alone needs to write the same columns of the same rows. */
record Export() implements Measurement {
    /** The data set of the results of pupils, without its labels, in its order. */
    private static final String ROWS = """
            select (r.academic_year::text || '/' || (r.academic_year + 1)::text), r.school_urn, p.pseudonym, y.year_group, y.sex,
                   y.disadvantaged, y.sen_provision, y.eal, y.prior_attainment, y.mobile, l.source_system, l.assessment_code,
                   l.assessment_point, l.subject, l.component, l.facet, g.grade_set, g.grade, r.score,
                   case r.status when 1 then 'provisional' when 2 then 'revised' else 'final' end, r.result_date
            from result r
                 join school s on s.urn = r.school_urn
                 join pupil p on p.id = r.pupil_id
                 join result_slot l on l.id = r.slot_id
                 join assessment a on a.code = l.assessment_code
                 left join result_grade g on g.id = r.grade_id
                 left join pupil_year y
                     on y.school_urn = r.school_urn and y.academic_year = r.academic_year and y.pupil_id = r.pupil_id
            order by r.school_urn, r.academic_year, r.slot_id, r.pupil_id""";

    /** As the service has them for analysts; without them both are several times as slow. */
    private static final String SETTINGS =
            "set work_mem = '64MB'; set enable_mergejoin = off; set jit = off; set max_parallel_workers_per_gather = 0";

    private record Format(String code, double bar) {}

    private static final List<Format> FORMATS =
            List.of(new Format("csv", 0.80), new Format("ndjson", 0.45), new Format("parquet", 0.40));

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust trust = ground.large();
        Deployment deployment = trust.deployment();
        Path file = ground.results(Rows.Format.CSV, 0);
        long rows = ground.size().rows();
        trust.fill(file, rows);
        deployment.settle();
        requireSame(deployment, file);
        return FORMATS.stream()
                .map(format -> measure(ground, deployment, format, rows))
                .toList();
    }

    /** What comes out is what went in, or nothing is worth measuring. */
    private static void requireSame(Deployment deployment, Path file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(deployment.service().url() + path("csv")))
                .header("Authorization", "Bearer " + deployment.api().token(Deployment.DATA_MANAGER))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader sent = Files.newBufferedReader(file);
                BufferedReader got = new BufferedReader(new InputStreamReader(
                        client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            Census in = Census.of(sent, "upn", "resultDate");
            Census out = Census.of(got, "pupil", "date");
            if (!in.isSameAs(out)) {
                throw new IllegalStateException("%,d rows of %,d pupils went in, and %,d of %,d came out, or other ones"
                        .formatted(in.rows(), in.pupils().length, out.rows(), out.pupils().length));
            }
            Bench.say("%,d rows of %,d pupils came out as they went in".formatted(out.rows(), out.pupils().length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(String format) {
        return "/api/v1/data-sets/pupil-results/download?format=" + format + "&query="
                + URLEncoder.encode("{\"labels\":\"codes\"}", StandardCharsets.UTF_8);
    }

    private static Line measure(Ground ground, Deployment deployment, Format format, long rows) {
        Line.Runs runs = new Line.Runs();
        DoubleSupplier service = () -> download(deployment, format.code());
        DoubleSupplier raw = () -> copy(deployment);
        download(deployment, format.code());
        copy(deployment);
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("export as %s, run %d of %d …"
                    .formatted(format.code(), run + 1, ground.size().runs()));
            PushFile.alternate(run, deployment, rows, runs, service, raw);
        }
        return runs.line(
                "export %,d results as %s ÷ copy to stdout".formatted(rows, format.code()),
                Bar.atLeast(format.bar()),
                "rows/s",
                "service",
                "copy");
    }

    private static double download(Deployment deployment, String format) {
        try (KeptConnection connection =
                new KeptConnection(deployment.service().url(), deployment.api().token(Deployment.DATA_MANAGER))) {
            long start = System.nanoTime();
            connection.get(path(format));
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException("The download as " + format + " broke off: " + e.getMessage(), e);
        }
    }

    /** By the driver, which is as fast as {@code psql} here and leaves out that it would have to be started. */
    private static double copy(Deployment deployment) {
        try (Connection connection = deployment.connect(Database.OWNER)) {
            try (Statement settings = connection.createStatement()) {
                settings.execute(SETTINGS);
            }
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + ROWS + ") to stdout", OutputStream.nullOutputStream());
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The rows could not be copied: " + e.getMessage(), e);
        }
    }
}
