package org.uplift.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Where and when a role of a person counts. */
@Entity
public class Membership {
    private static final Set<Role> OF_COMMITTEES = EnumSet.of(Role.COMMITTEE_MEMBER, Role.TRUSTEE, Role.CLERK);

    /** How far a membership reaches. */
    public enum Reach {
        TRUST,
        SCHOOL,
        COMMITTEE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Reach of(String code) {
            for (Reach reach : values()) {
                if (reach.code().equals(code)) {
                    return reach;
                }
            }
            throw Problem.invalid(
                    "/scope", "unknown-code", "\"" + code + "\" is not a scope; use trust, school or committee.");
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope")
    private Reach reach;

    private @Nullable Integer schoolUrn;

    private @Nullable UUID committeeId;

    private boolean headteacher;

    private boolean pupilRows;

    @Enumerated(EnumType.STRING)
    private @Nullable Office office;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    @Version
    private int version;

    protected Membership() {}

    static Membership of(Person person, NewMembership wanted, LocalDate today) {
        Membership membership = new Membership();
        membership.person = person;
        membership.role = wanted.role();
        membership.reach = wanted.scope();
        membership.schoolUrn = wanted.schoolUrn();
        membership.committeeId = wanted.committeeId();
        membership.headteacher = Boolean.TRUE.equals(wanted.headteacher());
        membership.pupilRows = Boolean.TRUE.equals(wanted.pupilRows());
        membership.office = wanted.office();
        if (membership.office == null && membership.reach == Reach.COMMITTEE) {
            membership.office = membership.role == Role.CLERK ? Office.CLERK : Office.MEMBER;
        }
        membership.from = wanted.from() == null ? today : wanted.from();
        membership.until = wanted.until();
        membership.checkReach();
        membership.checkDates();
        return membership;
    }

    void change(MembershipTerms terms) {
        headteacher = terms.headteacher();
        pupilRows = terms.pupilRows();
        from = terms.from();
        until = terms.until();
        checkReach();
        checkDates();
    }

    /** Ends it: from this day on it no longer counts. What is past stays known. */
    void end(LocalDate day) {
        until = day.isBefore(from) ? from : day;
    }

    private void checkReach() {
        if ((reach == Reach.SCHOOL) != (schoolUrn != null)) {
            throw Problem.invalid(
                    "/schoolUrn", "scope-mismatch", "A school membership names a school, any other names none.");
        }
        if ((reach == Reach.COMMITTEE) != (committeeId != null)) {
            throw Problem.invalid(
                    "/committeeId",
                    "scope-mismatch",
                    "A committee membership names a committee, any other names none.");
        }
        if (reach == Reach.COMMITTEE && !OF_COMMITTEES.contains(role)) {
            throw Problem.invalid(
                    "/role",
                    "scope-mismatch",
                    "Committee members, trustees and clerks are of a committee, nobody else.");
        }
        if (office != null && (reach != Reach.COMMITTEE || (office == Office.CLERK) != (role == Role.CLERK))) {
            throw Problem.invalid(
                    "/office",
                    "scope-mismatch",
                    "An office belongs to a membership of a committee; clerk to that of a clerk, and to no other.");
        }
        if (pupilRows && role != Role.ANALYST) {
            throw Problem.invalid(
                    "/pupilRows",
                    "scope-mismatch",
                    "Rows of pupils are granted to analysts; others read them by their role, or do not.");
        }
        if (headteacher && (role != Role.SCHOOL_LEADER || reach != Reach.SCHOOL)) {
            throw Problem.invalid(
                    "/headteacher",
                    "scope-mismatch",
                    "Only a school leader's membership of a school can be a headteacher's.");
        }
    }

    private void checkDates() {
        if (until != null && until.isBefore(from)) {
            throw Problem.invalid(
                    "/until", "before-start", "It would end on " + until + ", before it starts on " + from + ".");
        }
    }

    UUID id() {
        return id;
    }

    Person person() {
        return person;
    }

    Role role() {
        return role;
    }

    Reach reach() {
        return reach;
    }

    @Nullable
    Integer schoolUrn() {
        return schoolUrn;
    }

    @Nullable
    UUID committeeId() {
        return committeeId;
    }

    boolean headteacher() {
        return headteacher;
    }

    boolean pupilRows() {
        return pupilRows;
    }

    @Nullable
    Office office() {
        return office;
    }

    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    int version() {
        return version;
    }
}
