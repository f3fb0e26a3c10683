package org.uplift.concern;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** What a concern can be about. */
@Entity
@Immutable
class ConcernCategory extends Listed {
    private boolean restricted;
    private boolean complaint;
    private int retentionYears;

    protected ConcernCategory() {}

    /** Whether concerns of it are always restricted. */
    boolean isRestricted() {
        return restricted;
    }

    /** Whether it goes through the stages of a complaint. */
    boolean isComplaint() {
        return complaint;
    }

    int retentionYears() {
        return retentionYears;
    }

    ConcernCategoryLine category() {
        return new ConcernCategoryLine(code, label, restricted, complaint, retentionYears, from, until);
    }
}
