package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;

/** Where concerns can come from. */
@ApplicationScoped
class ConcernSources implements CodeList<ConcernSource> {
    @Override
    public String path() {
        return "/source";
    }
}
