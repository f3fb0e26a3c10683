package org.uplift.commission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How much each part counts in the ranking; it is data. */
@ApplicationScoped
class MatchWeights implements PanacheRepositoryBase<MatchWeight, MatchPart> {
    List<MatchWeight> all() {
        return listAll(Sort.descending("weight").and("part"));
    }
}
