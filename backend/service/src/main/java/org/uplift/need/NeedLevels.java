package org.uplift.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The levels of need. They hold no school data. */
@ApplicationScoped
class NeedLevels implements PanacheRepositoryBase<NeedLevel, String> {
    /** All of them, from the least need to the most. */
    Levels all() {
        return new Levels(list("order by position"));
    }
}
