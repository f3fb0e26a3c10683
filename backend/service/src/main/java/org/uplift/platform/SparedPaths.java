package org.uplift.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * In case a token is refused, the framework finds out for each request to which path of the contract it belongs, so that it is counted
 * there, and by a map that it makes anew. Once the token was accepted nobody needs that: the path is found again when the request
 * is answered. It took a twentieth of what a page costs.
 */
@ApplicationScoped
class SparedPaths {
    private static final String API = "/api/";

    /** Filters of one priority run in the order in which they are registered: this one right after the token was checked. */
    void spare(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.normalizedPath().startsWith(API)) {
                        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    }
                    request.next();
                },
                SecurityHandlerPriorities.AUTHENTICATION);
    }
}
