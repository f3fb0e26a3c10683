package org.uplift.concern;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** Where a concern can come from. */
@Entity
@Immutable
class ConcernSource extends Listed {
    protected ConcernSource() {}
}
