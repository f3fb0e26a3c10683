package org.uplift.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only what brings data in may be large; everything else is what a person can type. */
class BodyLimit {
    private static final long TYPED = 1_000_000;
    private static final String INGESTION = "/api/v1/ingest/";

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
