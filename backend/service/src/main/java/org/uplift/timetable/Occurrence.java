package org.uplift.timetable;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** One planned activity, of a school or of the trust. Whether it is done, overdue or missed follows from what was recorded. */
@Entity
class Occurrence implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private int academicYear;
    private @Nullable Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "type_code")
    private ActivityType type;

    private @Nullable UUID entryId;
    private @Nullable String title;

    @Column(name = "first_planned_on")
    private LocalDate firstDay;

    private LocalDate day;
    private @Nullable LocalTime startsAt;
    private @Nullable Integer minutes;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person lead;

    @ElementCollection
    @CollectionTable(name = "occurrence_person", joinColumns = @JoinColumn(name = "occurrence_id"))
    private Set<Attendee> attendees = new HashSet<>();

    private @Nullable LocalDate heldOn;
    private @Nullable String heldBy;

    @ElementCollection
    @CollectionTable(name = "participation", joinColumns = @JoinColumn(name = "occurrence_id"))
    private Set<TakingPart> takingPart = new HashSet<>();

    @Column(name = "cancelled")
    private @Nullable String cancelReason;

    @Version
    private int version;

    protected Occurrence() {}

    Occurrence(@Nullable Integer schoolUrn, ActivityType type, LocalDate day) {
        if (type.isOfTrust() != (schoolUrn == null)) {
            throw Problem.invalid(
                    "/schoolUrn",
                    "wrong-level",
                    type.isOfTrust()
                            ? type.label() + " is an activity of the trust, not of a school."
                            : type.label() + " is an activity of a school; say of which.");
        }
        this.schoolUrn = schoolUrn;
        this.type = type;
        academicYear = AcademicYear.of(day).start();
        this.day = weekday(day);
        firstDay = day;
    }

    /** As the template asks for it. */
    Occurrence(ProposedOccurrence proposed, ActivityType type) {
        this(proposed.schoolUrn(), type, proposed.day());
        entryId = proposed.entryId();
        title = proposed.title();
        startsAt = proposed.startsAt();
        minutes = proposed.startsAt() == null ? null : type.minutes();
    }

    /** Takes what people say now; the lead is the person whom the terms name. */
    void change(OccurrenceTerms terms, @Nullable Person leading) {
        requireOpen();
        title = terms.title() == null || terms.title().isBlank()
                ? null
                : terms.title().strip();
        startsAt = terms.startsAt();
        minutes = terms.minutes();
        lead = leading;
        Set<Attendee> wanted = terms.participantIds().stream()
                .filter(person -> !person.equals(terms.leadPersonId()))
                .map(person -> new Attendee(person, schoolUrn))
                .collect(Collectors.toSet());
        attendees.retainAll(wanted);
        attendees.addAll(wanted);
    }

    /** Gives it another day of the same year. */
    void move(LocalDate to) {
        requireOpen();
        if (!year().contains(to)) {
            throw Problem.invalid(
                    "/day",
                    "outside-academic-year",
                    Words.day(to) + " is not in " + year() + "; plan another one in the timetable of that year.");
        }
        day = weekday(to);
    }

    private static LocalDate weekday(LocalDate day) {
        if (day.getDayOfWeek().getValue() > Weekday.FRIDAY.number()) {
            throw Problem.invalid("/day", "weekend", Words.day(day) + " is at a weekend; choose a weekday.");
        }
        return day;
    }

    /** Says that it was held. What a checkpoint completes is completed by nothing else. */
    void complete(NewCompletion wanted, String by, LocalDate today) {
        requireOpen();
        if (type.isCheckpoint()) {
            throw Problem.conflict("It is done when its checkpoint is signed off; record the checkpoint.");
        }
        if (wanted.heldOn().isAfter(today)) {
            throw Problem.invalid("/heldOn", "in-future", Words.day(wanted.heldOn()) + " is yet to come.");
        }
        Collection<Integer> schools = wanted.schoolUrns() == null ? Set.of() : wanted.schoolUrns();
        if (schoolUrn != null && !schools.isEmpty()) {
            throw Problem.invalid(
                    "/schoolUrns", "of-school", "It is an activity of one school, which took part by holding it.");
        }
        heldOn = wanted.heldOn();
        heldBy = by;
        takingPart.clear();
        schools.forEach(urn -> takingPart.add(new TakingPart(urn)));
    }

    /** Takes back that it was held. */
    void reopen() {
        if (heldOn == null) {
            throw Problem.conflict("Nobody has said that it was held.");
        }
        heldOn = null;
        heldBy = null;
        takingPart.clear();
    }

    void cancel(String reason) {
        requireOpen();
        cancelReason = reason.strip();
    }

    /** Plans it again, on its day. */
    void reinstate() {
        if (cancelReason == null) {
            throw Problem.conflict("It is not cancelled.");
        }
        cancelReason = null;
    }

    private void requireOpen() {
        if (cancelReason != null) {
            throw Problem.conflict("It is cancelled; plan it again first.");
        }
        if (heldOn != null) {
            throw Problem.conflict("It was held on " + Words.day(heldOn) + "; take that back first.");
        }
    }

    OccurrenceTerms terms() {
        return new OccurrenceTerms(
                title,
                startsAt,
                minutes,
                lead == null ? null : lead.id(),
                attendees.stream().map(Attendee::personId).sorted().toList());
    }

    /** Who is to be there: the lead and who takes part beside them. */
    Set<UUID> people() {
        Set<UUID> people = new TreeSet<>(terms().participantIds());
        if (lead != null) {
            people.add(lead.id());
        }
        return people;
    }

    AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    Reference reference() {
        return new Reference(ThingKind.OCCURRENCE, id, null);
    }

    ActivityType type() {
        return type;
    }

    LocalDate day() {
        return day;
    }

    /** The schools that took part, by URN; none save for an activity of the trust that was held. */
    Set<Integer> schools() {
        return takingPart.stream().map(TakingPart::schoolUrn).collect(Collectors.toCollection(TreeSet::new));
    }

    @Nullable
    String heldBy() {
        return heldBy;
    }

    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    int version() {
        return version;
    }

    /** How it is called in messages. */
    String label() {
        return type.label() + (title == null ? "" : " \"" + title + "\"") + " of " + Words.day(day);
    }
}
