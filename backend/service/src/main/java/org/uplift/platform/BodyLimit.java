package org.uplift.platform;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Only what brings data in may be large: the files of public bodies, which are read whole, and files that are
 * added to things, up to a limit of their own; rows and files of rows that are received a piece at a time without one here. Everything else is what a person can type.
 */
@ApplicationScoped
class BodyLimit {
    private static final long TYPED = 1_000_000;
    private static final long RUN_OUT = 1_000_000;
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final String INGESTION = "/api/v1/ingest/";
    private static final String FILES = "/api/v1/files/";
    private static final Pattern PUBLISHED = Pattern.compile(INGESTION + "(schools|inspections|published-results)/?");

    @Inject
    @ConfigProperty(name = "uplift.ingest.largest-published")
    long largestPublished;

    @Inject
    @ConfigProperty(name = "uplift.files.largest")
    long largestFile;

    /**
     * What goes on coming after the answer is dropped, and not read to its end where it must have one: the connection is
     * closed.
     */
    void cap(@Observes Filters filters) {
        filters.register(
                request -> {
                    at(request.normalizedPath())
                            .ifPresent(most -> request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most + RUN_OUT));
                    request.addBodyEndHandler(answered -> drop(request.request()));
                    request.next();
                },
                1);
    }

    /** Nobody reads the rest of the body any more; left alone it would pile up in the memory. */
    private static void drop(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(piece -> {}).resume();
        }
    }

    /** A body that says how long it is need not be read; one that does not is read as far as it may go. */
    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        OptionalLong most = at(request.getUriInfo().getPath());
        if (most.isEmpty()) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most.getAsLong()) {
            throw tooLarge(length, most.getAsLong());
        }
        if (request.getHeaderString(TRANSFER_ENCODING) != null) {
            request.setEntityStream(new Limited(request.getEntityStream(), most.getAsLong()));
        }
    }

    private static Problem tooLarge(String length, long most) {
        return Problem.of(
                ProblemType.TOO_LARGE, "The body has " + length + " bytes; " + most + " are allowed at this address.");
    }

    private OptionalLong at(String path) {
        if (PUBLISHED.matcher(path).matches()) {
            return OptionalLong.of(largestPublished);
        }
        if (path.startsWith(FILES)) {
            return OptionalLong.of(largestFile);
        }
        return path.startsWith(INGESTION) ? OptionalLong.empty() : OptionalLong.of(TYPED);
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long taken;

        Limited(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            if (some > 0) {
                count(some);
            }
            return some;
        }

        private void count(int some) {
            taken += some;
            if (taken > most) {
                throw tooLarge("more than " + most, most);
            }
        }
    }
}
