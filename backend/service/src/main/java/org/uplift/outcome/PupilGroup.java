package org.uplift.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A group of pupils that outcomes are given for. */
@Entity
@Immutable
class PupilGroup {
    @Id
    private String code;

    private String label;
    private String breakdown;
    private int position;

    protected PupilGroup() {}

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    Suppression.Group group() {
        return new Suppression.Group(code, breakdown, position);
    }
}
