package org.uplift.concern;

import jakarta.persistence.Entity;
import org.hibernate.annotations.Immutable;

/** A stage that a complaint can go through. */
@Entity
@Immutable
class ComplaintStage extends Listed {
    private boolean skippable;
    private boolean panel;

    protected ComplaintStage() {}

    int position() {
        return position;
    }

    /** Whether a complaint can begin with a later one. */
    boolean isSkippable() {
        return skippable;
    }

    /** Whether it is heard by a panel. */
    boolean isPanel() {
        return panel;
    }
}
