package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;

/** How concerns can end. */
@ApplicationScoped
class ConcernOutcomes implements CodeList<ConcernOutcome> {
    @Override
    public String path() {
        return "/outcome";
    }
}
