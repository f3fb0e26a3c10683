package org.uplift.expertise;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/**
 * Somebody of the trust with what they are good at and the days that they have for others. They keep it themselves; their head
 * confirms it, and again once what was confirmed has changed.
 */
@Entity
public class Expert implements SchoolOwned {
    private static final int MOST_EVIDENCE = 20;
    private static final int MOST_ABSENCES = 100;
    private static final int MOST_INTERESTS = 50;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID personId;
    private String name;
    private @Nullable Integer schoolUrn;

    /** As it is called while somebody keeps the profile: those of other schools cannot look it up. */
    private @Nullable String schoolName;

    private String about;
    private BigDecimal daysPerTerm;
    private boolean beyondTrust;
    private boolean offering;

    @ElementCollection
    @CollectionTable(name = "expert_specialism", joinColumns = @JoinColumn(name = "expert_id"))
    @Column(name = "specialism")
    private Set<String> specialisms = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "expert_designation", joinColumns = @JoinColumn(name = "expert_id"))
    @Column(name = "designation")
    private Set<String> designations = new TreeSet<>();

    @OneToMany(mappedBy = "expert", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("id")
    private List<Evidence> evidence = new ArrayList<>();

    @OneToMany(mappedBy = "expert", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("from, id")
    private List<Absence> absences = new ArrayList<>();

    @OneToMany(mappedBy = "expert", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Interest> interests = new ArrayList<>();

    private @Nullable UUID confirmedBy;
    private @Nullable String confirmedName;
    private @Nullable LocalDate confirmedOn;

    @Version
    private int version;

    protected Expert() {}

    Expert(Person person, ExpertTerms terms, @Nullable String schoolName) {
        personId = person.id();
        name = person.name();
        take(terms, schoolName);
    }

    /** Takes what the person says now; what the head confirmed has to be confirmed again where it is different. */
    void change(ExpertTerms terms, @Nullable String called, String ownName) {
        ExpertTerms before = terms();
        boolean confirmedStays = specialisms.equals(Set.copyOf(terms.specialisms()))
                && designations.equals(Set.copyOf(terms.designations()))
                && terms.daysPerTerm().compareTo(before.daysPerTerm()) == 0
                && terms.beyondTrust().equals(before.beyondTrust())
                && Objects.equals(terms.schoolUrn(), before.schoolUrn());
        name = ownName;
        take(terms, called);
        if (!confirmedStays) {
            unconfirm();
        }
    }

    private void take(ExpertTerms terms, @Nullable String called) {
        schoolUrn = terms.schoolUrn();
        schoolName = called;
        about = terms.about().strip();
        daysPerTerm = terms.daysPerTerm();
        beyondTrust = terms.beyondTrust();
        offering = terms.offering();
        replace(specialisms, terms.specialisms());
        replace(designations, terms.designations());
    }

    private static void replace(Set<String> stored, Collection<String> wanted) {
        stored.retainAll(wanted);
        stored.addAll(wanted);
    }

    /** Somebody else than the person says that it is so. */
    void confirm(Person by, LocalDate today) {
        if (by.id().equals(personId)) {
            throw Problem.forbidden("Nobody confirms their own profile; " + confirmers() + " does.");
        }
        if (confirmedOn != null) {
            throw Problem.conflict("It is confirmed since " + Words.day(confirmedOn) + ".");
        }
        confirmedBy = by.id();
        confirmedName = by.name();
        confirmedOn = today;
    }

    private void unconfirm() {
        confirmedBy = null;
        confirmedName = null;
        confirmedOn = null;
    }

    /** Points at something more. */
    void show(NewExpertEvidence wanted, String label) {
        requireRoom(evidence.size(), MOST_EVIDENCE, "pieces of evidence");
        evidence.add(new Evidence(this, wanted, label));
    }

    /** Points at something no longer; 404 where it never did. */
    void hide(UUID id) {
        if (!evidence.removeIf(one -> one.id().equals(id))) {
            throw Problem.notFound();
        }
    }

    /** Cannot come on some days. */
    void away(NewAbsence wanted) {
        wanted.check();
        requireRoom(absences.size(), MOST_ABSENCES, "absences");
        absences.add(new Absence(this, wanted));
    }

    /** Can come after all; 404 where there is no such absence. */
    void back(UUID id) {
        if (!absences.removeIf(one -> one.id().equals(id))) {
            throw Problem.notFound();
        }
    }

    /** Declares an interest in a school. */
    void declare(NewInterest wanted, String schoolName, LocalDate today) {
        requireRoom(interests.size(), MOST_INTERESTS, "conflicts of interest");
        interests.add(new Interest(this, wanted, schoolName, today));
    }

    /** The interest is over after a day; 404 where there is none. */
    void endInterest(UUID id, LocalDate day) {
        interests.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound)
                .end(day);
    }

    private static void requireRoom(int there, int most, String what) {
        if (there >= most) {
            throw Problem.conflict("A profile has " + most + " " + what + " at most.");
        }
    }

    List<ExpertDetail.EvidenceLine> evidence() {
        return evidence.stream().map(Evidence::line).toList();
    }

    List<ExpertDetail.AbsenceLine> absences() {
        return absences.stream().map(Absence::line).toList();
    }

    List<ExpertDetail.InterestLine> interests() {
        return interests.stream().map(Interest::line).toList();
    }

    /** Who confirms it, for sentences. */
    String confirmers() {
        return schoolUrn == null ? "a trust leader" : "the headteacher of " + schoolName + ", or a trust leader,";
    }

    ExpertTerms terms() {
        return new ExpertTerms(
                schoolUrn,
                about,
                List.copyOf(new TreeSet<>(specialisms)),
                List.copyOf(new TreeSet<>(designations)),
                daysPerTerm,
                beyondTrust,
                offering);
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public String name() {
        return name;
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    @Nullable
    String schoolName() {
        return schoolName;
    }

    public BigDecimal daysPerTerm() {
        return daysPerTerm;
    }

    int version() {
        return version;
    }
}
