package org.uplift.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A code of one of the lists that concerns use, with the days on which it can be used. */
@MappedSuperclass
abstract class Listed {
    @Id
    protected String code;

    protected String label;
    protected int position;

    @Column(name = "valid_from")
    protected LocalDate from;

    @Column(name = "valid_until")
    protected @Nullable LocalDate until;

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    ConcernCode line() {
        return new ConcernCode(code, label, from, until);
    }
}
