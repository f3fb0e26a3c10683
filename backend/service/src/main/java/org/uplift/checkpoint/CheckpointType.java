package org.uplift.checkpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A kind of checkpoint of the trust's code list. */
@Entity
@Immutable
class CheckpointType {
    @Id
    private String code;

    private String label;
    private int position;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    protected CheckpointType() {}

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    CheckpointTypeLine line() {
        return new CheckpointTypeLine(code, label, from, until);
    }
}
