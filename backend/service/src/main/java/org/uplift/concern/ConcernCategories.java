package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;

/** What concerns can be about. */
@ApplicationScoped
class ConcernCategories implements CodeList<ConcernCategory> {
    @Override
    public String path() {
        return "/category";
    }
}
