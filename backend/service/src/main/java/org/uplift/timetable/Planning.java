package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;
import org.uplift.school.Schools;
import org.uplift.term.SchoolDays;
import org.uplift.timetable.OccurrenceDetail.PersonName;

/** Changes what is planned: each change is recorded, and told to those who are to be there. */
@ApplicationScoped
class Planning {
    @Inject
    Occurrences occurrences;

    @Inject
    ActivityTypes types;

    @Inject
    Clashes clashes;

    @Inject
    Schools schools;

    @Inject
    SchoolDays schoolDays;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    Occurrence plan(NewOccurrence wanted) {
        Integer urn = wanted.schoolUrn();
        if (urn != null) {
            schools.require(Permission.READ_TIMETABLE, urn);
        }
        caller.require(Permission.PLAN_TIMETABLE, urn);
        ActivityType type = types.on(wanted.day(), wanted.type());
        Occurrence one = new Occurrence(urn, type, wanted.day());
        take(one, wanted.terms(type));
        occurrences.persistAndFlush(one);
        record(one, "planned", null, List.of());
        tell(one.people(), NotificationKind.ACTIVITY_GIVEN, one);
        return one;
    }

    /** One that the caller may change; 412 where it was read in another state. */
    Occurrence changeable(UUID id, @Nullable String ifMatch) {
        Occurrence one = occurrences.readable(id);
        caller.require(Permission.PLAN_TIMETABLE, one.schoolUrn());
        Revision.check(ifMatch, one.version(), detail(one));
        return one;
    }

    void change(Occurrence one, OccurrenceTerms terms) {
        OccurrenceTerms before = one.terms();
        Set<UUID> there = one.people();
        take(one, terms);
        occurrences.flush();
        if (!one.terms().equals(before)) {
            record(one, "changed", null, changes(before, one.terms()));
        }
        Set<UUID> added = new TreeSet<>(one.people());
        added.removeAll(there);
        tell(added, NotificationKind.ACTIVITY_GIVEN, one);
    }

    private void take(Occurrence one, OccurrenceTerms terms) {
        Set<UUID> wanted = new HashSet<>(terms.participantIds());
        if (terms.leadPersonId() != null) {
            wanted.add(terms.leadPersonId());
        }
        Set<UUID> staff = people.among(Directory.LEADS, wanted, one.schoolUrn(), LocalDate.now(clock));
        // Who has left since stays where they are until somebody names another.
        Set<UUID> fine = new HashSet<>(staff);
        fine.addAll(one.people());
        List<FieldError> errors = wanted.stream()
                .filter(person -> !fine.contains(person))
                .map(person -> new FieldError(
                        person.equals(terms.leadPersonId())
                                ? "/leadPersonId"
                                : "/participantIds/" + terms.participantIds().indexOf(person),
                        "not-there",
                        "Nobody with the id " + person + " works "
                                + (one.schoolUrn() == null
                                        ? "for the whole trust."
                                        : "in this school or for the trust.")))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        one.change(terms, people.lead(terms.leadPersonId()));
    }

    /** Moves it, and where that is wanted the later ones of its type and place by as many days. */
    void move(Occurrence one, NewMove wanted) {
        requireUnrecorded(one);
        long days = ChronoUnit.DAYS.between(one.day(), wanted.day());
        List<Occurrence> later = Boolean.TRUE.equals(wanted.rest()) ? occurrences.after(one) : List.of();
        moved(one, wanted.day(), wanted.reason());
        for (Occurrence next : later) {
            LocalDate day = next.day().plusDays(days);
            moved(
                    next,
                    schoolDays.isOne(next.schoolUrn(), day) ? day : schoolDays.after(next.schoolUrn(), day, 1),
                    wanted.reason());
        }
    }

    private void moved(Occurrence one, LocalDate day, @Nullable String reason) {
        LocalDate before = one.day();
        if (before.equals(day)) {
            return;
        }
        String label = one.label();
        one.move(day);
        activities.record(
                Subject.TIMETABLE,
                one.id().toString(),
                one.schoolUrn(),
                "moved " + label + " to " + Words.day(day),
                reason == null || reason.isBlank() ? null : reason.strip(),
                List.of(new Change("day", before.toString(), day.toString())));
        tell(one.people(), NotificationKind.ACTIVITY_MOVED, one);
    }

    void cancel(Occurrence one, NewCancellation wanted) {
        requireUnrecorded(one);
        one.cancel(wanted.reason());
        record(one, "cancelled", wanted.reason().strip(), List.of());
        tell(one.people(), NotificationKind.ACTIVITY_CANCELLED, one);
    }

    void reinstate(Occurrence one) {
        one.reinstate();
        record(one, "planned again", null, List.of());
        tell(one.people(), NotificationKind.ACTIVITY_GIVEN, one);
    }

    void complete(Occurrence one, NewCompletion wanted) {
        Collection<Integer> named = wanted.schoolUrns() == null ? List.of() : wanted.schoolUrns();
        Set<Integer> unknown = new TreeSet<>(named);
        unknown.removeAll(schools.within(Permission.READ_TIMETABLE));
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "/schoolUrns",
                    "unknown-school",
                    "There is no school " + unknown.iterator().next() + ".");
        }
        one.complete(wanted, caller.name(), LocalDate.now(clock));
        record(
                one,
                "held",
                null,
                List.of(new Change("heldOn", null, wanted.heldOn().toString())));
    }

    void reopen(Occurrence one) {
        one.reopen();
        record(one, "took back that they held", null, List.of());
    }

    private void requireUnrecorded(Occurrence one) {
        if (occurrences.summary(one.id()).checkpointId() != null) {
            throw Problem.conflict("A checkpoint records it already; that has the day on which it was held.");
        }
    }

    /** One as the caller may see it. */
    OccurrenceDetail detail(Occurrence one) {
        boolean whole = occurrences.isWhole(one.schoolUrn());
        Map<UUID, String> names = whole ? people.names(one.terms().participantIds()) : Map.of();
        return new OccurrenceDetail(
                occurrences.summary(one.id()),
                names.entrySet().stream()
                        .map(person -> new PersonName(person.getKey(), person.getValue()))
                        .sorted(Comparator.comparing(PersonName::name))
                        .toList(),
                whole ? one.heldBy() : null,
                occurrences.visible(one.schools()),
                whole ? one.cancelReason() : null,
                clashes.of(one.id()),
                caller.scope(Permission.PLAN_TIMETABLE).covers(one.schoolUrn()),
                one.version());
    }

    private static List<Change> changes(OccurrenceTerms before, OccurrenceTerms after) {
        return Stream.of(
                        new Change("title", before.title(), after.title()),
                        new Change("startsAt", text(before.startsAt()), text(after.startsAt())),
                        new Change("minutes", text(before.minutes()), text(after.minutes())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void tell(Collection<UUID> there, NotificationKind kind, Occurrence one) {
        notifications.tell(there, kind, one.reference(), one.schoolUrn());
    }

    private void record(Occurrence one, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.TIMETABLE, one.id().toString(), one.schoolUrn(), verb + " " + one.label(), reason, changes);
    }
}
