package org.uplift.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * Files and their contents together. A row is there before its content and goes after it, so that no content is left that
 * nothing knows of.
 */
@ApplicationScoped
public class Contents {
    private static final Logger LOG = Logger.getLogger(Contents.class);
    private static final Duration GRACE = Duration.ofDays(1);

    @Inject
    StoredFiles files;

    @Inject
    FileStore store;

    @Inject
    Scanner scanner;

    @Inject
    LooseFiles loose;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Takes a body in under an id that the sender chose; sent again it is the same file. */
    FileSummary receive(UUID id, @Nullable Integer schoolUrn, String name, InputStream body) {
        QuarkusTransaction.requiringNew().run(() -> allow(schoolUrn));
        try (Arrival arrival = Arrival.of(body, name)) {
            scanner.scan(arrival.content(), arrival.name());
            QuarkusTransaction.requiringNew().run(() -> announce(id, schoolUrn, arrival));
            store.put(id, arrival.content());
            return QuarkusTransaction.requiringNew().call(() -> {
                StoredFile file = files.readable(id);
                file.complete();
                return file.summary();
            });
        } catch (IOException e) {
            LOG.error("A file could not be kept", e);
            throw unavailable();
        }
    }

    private void allow(@Nullable Integer schoolUrn) {
        if (!caller.scope(Permission.READ_CYCLES).covers(schoolUrn)) {
            throw Problem.notFound();
        }
        caller.require(Permission.RECORD_CHECKPOINTS, schoolUrn);
    }

    private void announce(UUID id, @Nullable Integer schoolUrn, Arrival arrival) {
        files.known(id)
                .ifPresentOrElse(
                        known -> known.requireSame(arrival, caller.personId()),
                        () -> files.persistAndFlush(
                                new StoredFile(id, schoolUrn, caller.personId(), arrival, clock.instant())));
    }

    /** Gives a file to download: never shown in the page, whatever it is. */
    public Response download(StoredFile file, Request request) {
        FileSummary summary = file.summary();
        EntityTag tag = new EntityTag(file.tag());
        Response.@Nullable ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        try {
            InputStream content = store.open(file.id());
            StreamingOutput out = to -> {
                try (content) {
                    content.transferTo(to);
                }
            };
            return Response.ok(out, MediaType.valueOf(summary.mediaType()))
                    .tag(tag)
                    .header(HttpHeaders.CONTENT_LENGTH, summary.size())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename*=UTF-8''"
                                    + URLEncoder.encode(summary.name(), StandardCharsets.UTF_8)
                                            .replace("+", "%20"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .build();
        } catch (IOException e) {
            LOG.error("A file could not be read", e);
            throw unavailable();
        }
    }

    /** Removes what was sent and added to nothing for a day, and what was taken away from what it was added to. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (UUID id : loose.forget(clock.instant().minus(GRACE))) {
                try {
                    store.remove(id);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static Problem unavailable() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Files cannot be reached at the moment. Nothing was changed; try again later.");
    }
}
