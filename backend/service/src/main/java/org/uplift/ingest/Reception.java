package org.uplift.ingest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.uplift.platform.IdempotencyKey;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * Receives what is pushed. Rows of JSON are answered at once, files become jobs. Of both there are only so many at a
 * time; who comes too soon is told when to come again.
 */
@ApplicationScoped
public class Reception {
    private static final int LARGEST_JSON = 16_000_000;
    private static final int MOST_AT_ONCE = 8;
    private static final Set<String> TABLES = Set.of(RowKind.CSV, RowKind.XLSX);
    private static final int SOON = 2;
    private static final int LATER = 30;

    @Inject
    Ingestion ingestion;

    @Inject
    Spool spool;

    @Inject
    JobRunner runner;

    @Inject
    ColumnMappings mappings;

    @Inject
    @ConfigProperty(name = "uplift.ingest.most-waiting")
    int mostWaiting;

    private final Semaphore pushes = new Semaphore(MOST_AT_ONCE);
    private final Semaphore files = new Semaphore(MOST_AT_ONCE);

    /** Takes a request in: 200 with each row's answer, or 202 with the job of a file. */
    public Response take(RowKind kind, PushParameters said, HttpHeaders headers, InputStream body) {
        requireNoEncoding(headers);
        String form = form(headers.getMediaType());
        if (said.mapping != null && !TABLES.contains(form)) {
            throw Problem.invalid(
                    "/mapping", "not-for-this-form", "Only CSV and XLSX have columns that can be mapped.");
        }
        return form.equals(MediaType.APPLICATION_JSON) ? push(kind, said, body) : file(kind, said, form, body);
    }

    /** What the columns of a table are called, and what stands in its first row. Nothing of it is kept. */
    FileColumns columns(HttpHeaders headers, InputStream body) {
        requireNoEncoding(headers);
        enter(files, SOON);
        try {
            FirstRow first = new FirstRow();
            String form = form(headers.getMediaType());
            first.of(
                    form.equals(RowKind.XLSX)
                            ? new XlsxSource(body)
                            : new CsvSource(body).columnsUpTo(CsvFile.MOST_COLUMNS));
            return first.columns();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.release();
        }
    }

    private static void requireNoEncoding(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw Problem.of(ProblemType.UNSUPPORTED_FORMAT, "Send the body as it is, without Content-Encoding.");
        }
    }

    private static String form(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private Response push(RowKind kind, PushParameters said, InputStream stream) {
        enter(pushes, SOON);
        try {
            byte[] body = stream.readNBytes(LARGEST_JSON + 1);
            if (body.length > LARGEST_JSON) {
                throw Problem.of(
                        ProblemType.TOO_LARGE,
                        "A JSON body may have " + LARGEST_JSON + " bytes; send fewer rows, or a file.");
            }
            PushOptions options = said.options();
            IngestRequest request = IngestRequest.rows(kind.code(), said.key, said.dryRun, body, options);
            return Response.ok(ingestion.push(kind, request, options, body)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pushes.release();
        }
    }

    private Response file(RowKind kind, PushParameters said, String form, InputStream body) {
        if (runner.size() >= mostWaiting || spool.isFull()) {
            throw Problem.tooMany("Too many files are waiting for their turn.", LATER);
        }
        enter(files, SOON);
        try {
            IdempotencyKey.checked(said.key);
            Map<String, String> columns = said.mapping == null ? Map.of() : mapping(kind, said.mapping);
            Glance glance = new Glance(kind, form, columns);
            String qualifier = said.options().qualifier() + (columns.isEmpty() ? "" : new TreeMap<>(columns));
            Spool.Received file = spool.receive(
                    glance.at(body),
                    IngestRequest.identity(kind.code(), qualifier, said.dryRun),
                    form.equals(RowKind.XLSX) ? Archive.LARGEST : Long.MAX_VALUE);
            IngestRequest request =
                    new IngestRequest(kind.code(), said.key, said.dryRun, file.hash(), qualifier, false);
            return accepted(queue(
                    glance,
                    request,
                    file,
                    new IngestJob.Options(form, said.snapshot, said.maxShrink, columns.isEmpty() ? null : columns)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.release();
        }
    }

    /** What the sender has said before of the columns of files like this one. */
    private Map<String, String> mapping(RowKind kind, String fingerprint) {
        Map<String, String> columns = QuarkusTransaction.requiringNew()
                .call(() -> mappings.find(kind.code(), fingerprint))
                .fields();
        if (columns.isEmpty()) {
            throw Problem.invalid(
                    "/mapping", "unknown-mapping", "You keep no column mapping under this fingerprint; keep it first.");
        }
        return columns;
    }

    private IngestAnswer queue(Glance glance, IngestRequest request, Spool.Received file, IngestJob.Options options)
            throws IOException {
        boolean kept = false;
        try {
            try (InputStream in = spool.open(file)) {
                glance.atWhole(in);
            }
            IngestAnswer answer = ingestion.queue(request, file, options);
            if (answer.status() == IngestAnswer.Status.QUEUED) {
                spool.keep(file, answer.jobId());
                kept = true;
                runner.submit(answer.jobId(), file.key());
            }
            return answer;
        } finally {
            if (!kept) {
                spool.drop(file.file());
            }
        }
    }

    private static Response accepted(IngestAnswer answer) {
        return Response.accepted(answer)
                .location(URI.create("/api/v1/ingest/jobs/" + answer.jobId()))
                .build();
    }

    private static void enter(Semaphore gate, int retryAfter) {
        try {
            if (!gate.tryAcquire(retryAfter, java.util.concurrent.TimeUnit.SECONDS)) {
                throw Problem.tooMany("Too many requests are being taken in at this moment.", retryAfter);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tooMany("The service is stopping.", LATER);
        }
    }
}
