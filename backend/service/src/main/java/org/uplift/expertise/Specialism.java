package org.uplift.expertise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody can be good at, by area and phase; a line of a code list. */
@Entity
@Immutable
public class Specialism {
    @Id
    private String code;

    private String label;
    private String area;
    private @Nullable String phase;
    private int position;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    protected Specialism() {}

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String area() {
        return area;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public SpecialismLine line() {
        return new SpecialismLine(code, label, area, phase == null ? null : Phase.valueOf(phase), from, until);
    }
}
