package org.uplift.expertise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A conflict of interest of an expert with a school. It ends, and is never changed otherwise. */
@Entity
@DynamicUpdate
@Table(name = "expert_conflict")
class Interest {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Expert expert;

    private int aboutUrn;
    private String aboutName;
    private String what;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    protected Interest() {}

    Interest(Expert expert, NewInterest wanted, String schoolName, LocalDate today) {
        this.expert = expert;
        aboutUrn = wanted.schoolUrn();
        aboutName = schoolName;
        what = wanted.what().strip();
        from = today;
        until = wanted.until();
        if (until != null && until.isBefore(from)) {
            throw Problem.invalid("/until", "in-past", Words.day(until) + " is over.");
        }
    }

    /** It holds up to and with a day. */
    void end(LocalDate day) {
        if (until != null && until.isBefore(day)) {
            throw Problem.conflict("It ended on " + Words.day(until) + ".");
        }
        until = day.isBefore(from) ? from : day;
    }

    UUID id() {
        return id;
    }

    ExpertDetail.InterestLine line() {
        return new ExpertDetail.InterestLine(id, aboutUrn, aboutName, what, from, until);
    }
}
