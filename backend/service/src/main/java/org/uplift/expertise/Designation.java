package org.uplift.expertise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody was appointed or qualified to be; a line of a code list. */
@Entity
@Immutable
class Designation {
    @Id
    private String code;

    private String label;
    private int position;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    protected Designation() {}

    String code() {
        return code;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    DesignationLine line() {
        return new DesignationLine(code, label, from, until);
    }
}
