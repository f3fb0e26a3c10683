package org.uplift.platform;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only what brings data in may be large; everything else is what a person can type. */
@ApplicationScoped
class BodyLimit {
    private static final long TYPED = 1_000_000;
    private static final String INGESTION = "/api/v1/ingest/";

    /** A body that does not say how long it is, is cut off where it becomes too long. */
    void cap(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (!request.normalizedPath().startsWith(INGESTION)) {
                        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, TYPED);
                    }
                    request.next();
                },
                1);
    }

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null || request.getUriInfo().getPath().startsWith(INGESTION)) {
            return;
        }
        if (Long.parseLong(length) > TYPED) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    "The body has " + length + " bytes; " + TYPED + " are allowed at this address.");
        }
    }
}
