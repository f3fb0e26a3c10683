package org.uplift.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
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
    private static final int SOON = 2;
    private static final int LATER = 30;

    @Inject
    Ingestion ingestion;

    @Inject
    Spool spool;

    @Inject
    JobRunner runner;

    @Inject
    @ConfigProperty(name = "uplift.ingest.most-waiting")
    int mostWaiting;

    private final Semaphore pushes = new Semaphore(MOST_AT_ONCE);
    private final Semaphore files = new Semaphore(MOST_AT_ONCE);

    /** Takes a request in: 200 with each row's answer, or 202 with the job of a file. */
    public Response take(RowKind kind, PushParameters said, HttpHeaders headers, InputStream body) {
        if (headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw Problem.of(ProblemType.UNSUPPORTED_FORMAT, "Send the body as it is, without Content-Encoding.");
        }
        MediaType type = headers.getMediaType();
        return type.getSubtype().equals("json") ? push(kind, said, body) : file(kind, said, type, body);
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

    private Response file(RowKind kind, PushParameters said, MediaType type, InputStream body) {
        if (runner.size() >= mostWaiting || spool.isFull()) {
            throw Problem.tooMany("Too many files are waiting for their turn.", LATER);
        }
        enter(files, SOON);
        try {
            String qualifier = said.options().qualifier();
            IngestJob.Options options =
                    new IngestJob.Options(type.getType() + "/" + type.getSubtype(), said.snapshot, said.maxShrink);
            IdempotencyKey.checked(said.key);
            Spool.Received file = spool.receive(body, IngestRequest.identity(kind.code(), qualifier, said.dryRun));
            IngestRequest request =
                    new IngestRequest(kind.code(), said.key, said.dryRun, file.hash(), qualifier, false);
            return accepted(queue(kind, request, file, options));
        } finally {
            files.release();
        }
    }

    private IngestAnswer queue(RowKind kind, IngestRequest request, Spool.Received file, IngestJob.Options options) {
        boolean kept = false;
        try {
            glance(kind, options.mediaType(), file);
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

    /** Refuses at once what cannot be read at all; what is wrong further on, the job finds. */
    private void glance(RowKind kind, String mediaType, Spool.Received file) {
        try (InputStream in = spool.open(file)) {
            kind.read(mediaType, in).read(new FirstRow());
        } catch (FirstRow.Seen seen) {
            // There is a first row: the file has the form that it should have.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
