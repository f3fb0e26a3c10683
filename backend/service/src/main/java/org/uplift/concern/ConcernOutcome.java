package org.uplift.concern;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** How a concern can end. */
@Entity
@Immutable
class ConcernOutcome extends Listed {
    protected ConcernOutcome() {}
}
