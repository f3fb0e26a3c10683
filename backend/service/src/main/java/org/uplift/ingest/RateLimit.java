package org.uplift.ingest;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.uplift.platform.Problem;

/** Holds each sender to a number of requests a second, so that one that runs wild leaves room for the others. */
@ApplicationScoped
class RateLimit {
    private static final String INGESTION = "/api/v1/ingest/";

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final int perSecond;
    private final SenderRates rates;

    @Inject
    RateLimit(
            SecurityIdentity identity, JsonWebToken token, @ConfigProperty(name = "uplift.ingest.rate") int perSecond) {
        this.identity = identity;
        this.token = token;
        this.perSecond = perSecond;
        rates = new SenderRates(perSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(INGESTION) || identity.isAnonymous()) {
            return;
        }
        int wait = rates.wait(token.getSubject());
        if (wait > 0) {
            throw Problem.tooMany(
                    "You have sent more than " + perSecond
                            + " requests a second for some time; send more rows in fewer requests.",
                    wait);
        }
    }
}
