package org.uplift.expertise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** Days on which an expert cannot come. */
@Entity
@Immutable
@Table(name = "expert_absence")
class Absence {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Expert expert;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private LocalDate until;

    protected Absence() {}

    Absence(Expert expert, NewAbsence wanted) {
        this.expert = expert;
        from = wanted.from();
        until = wanted.until();
    }

    UUID id() {
        return id;
    }

    ExpertDetail.AbsenceLine line() {
        return new ExpertDetail.AbsenceLine(id, from, until);
    }
}
