package org.uplift.committee;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeOwned;
import org.uplift.delegation.Body;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** The trust board, an Academy Development Committee, or another one. */
@Entity
@DynamicUpdate
class Committee implements CommitteeOwned {
    /** So many days before a term of office ends one is warned, where nothing else is said. */
    private static final int USUAL_WARNING = 90;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CommitteeKind kind;

    private String name;
    private int warnDays = USUAL_WARNING;
    private @Nullable LocalDate endedOn;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "committee_school", joinColumns = @JoinColumn(name = "committee_id"))
    private Set<CommitteeSchool> schools = new HashSet<>();

    @Version
    private int version;

    protected Committee() {}

    Committee(NewCommittee wanted) {
        kind = wanted.kind();
        name = wanted.name().strip();
        schools.addAll(wanted.schools());
        checkSchools();
    }

    void change(CommitteeTerms terms) {
        name = terms.name().strip();
        warnDays = terms.warnDays();
        endedOn = terms.endedOn();
        if (!schools.equals(new HashSet<>(terms.schools()))) {
            schools.clear();
            schools.addAll(terms.schools());
        }
        checkSchools();
    }

    private void checkSchools() {
        if (coversTrust() && !schools.isEmpty()) {
            throw Problem.invalid(
                    "/schools", "whole-trust", "The trust board is of the whole trust; it names no school.");
        }
        if (kind == CommitteeKind.DEVELOPMENT && schools.isEmpty()) {
            throw Problem.invalid("/schools", "required", "Name the schools that it looks after.");
        }
        for (CommitteeSchool one : schools) {
            LocalDate until = one.until();
            if (until != null && until.isBefore(one.from())) {
                throw Problem.invalid(
                        "/schools",
                        "before-start",
                        "It would end on " + until + ", before it starts on " + one.from() + ".");
            }
        }
    }

    /** Refuses with 409 what an ended committee no longer does. */
    void requireGoing(LocalDate today) {
        if (endedOn != null && !endedOn.isAfter(today)) {
            throw Problem.conflict("The committee has ended on " + Words.day(endedOn) + ".");
        }
    }

    /** Whether it looks after a school on a day. */
    boolean looksAfter(int urn, LocalDate day) {
        return coversTrust() || schools.stream().anyMatch(one -> one.schoolUrn() == urn && one.isOn(day));
    }

    /** The body of the scheme of delegation that it is; none where the scheme knows no such committee. */
    Optional<Body> body() {
        return switch (kind) {
            case TRUST_BOARD -> Optional.of(Body.TRUST_BOARD);
            case DEVELOPMENT -> Optional.of(Body.ACADEMY_COMMITTEE);
            case OTHER -> Optional.empty();
        };
    }

    boolean coversTrust() {
        return kind == CommitteeKind.TRUST_BOARD;
    }

    CommitteeTerms terms() {
        return new CommitteeTerms(name, List.copyOf(schools), warnDays, endedOn);
    }

    @Override
    public UUID committeeId() {
        return id;
    }

    UUID id() {
        return id;
    }

    CommitteeKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    int warnDays() {
        return warnDays;
    }

    int version() {
        return version;
    }
}
