package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.need.SchoolLevels;
import org.uplift.school.AcademicYear;
import org.uplift.timetable.Places.Place;
import org.uplift.timetable.Proposal.Named;
import org.uplift.timetable.Proposal.Superfluous;
import org.uplift.timetable.Proposal.Unplaced;

/** What the template of a year asks for, beside what is planned already. */
@ApplicationScoped
class Proposals {
    private static final String STANDING =
            """
            select o.id, o.entry_id, o.school_urn, s.name as school_name, t.label, o.day,
                o.cancelled is null and o.held_on is null and k.id is null and o.day >= :today as open
            """ + Occurrences.FROM + "o.academic_year = :year and o.entry_id is not null order by o.day, o.id";

    /** An entry in a school, or in the trust. */
    private record Key(UUID entry, @Nullable Integer urn) {}

    @Inject
    Templates templates;

    @Inject
    ActivityTypes types;

    @Inject
    Places places;

    @Inject
    SchoolLevels levels;

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    /** Those for an academic year, from a day on; absent: from today, or the first day of a year that is to come. */
    Proposal of(AcademicYear year, @Nullable LocalDate from) {
        return of(year, from, templates.of(year));
    }

    /** As {@link #of}, by a template that is held. */
    Proposal of(AcademicYear year, @Nullable LocalDate wanted, Template template) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = wanted != null ? wanted : today.isAfter(year.firstDay()) ? today : year.firstDay();
        Map<String, ActivityType> known = types.byCode();
        List<Place> all = places.in(year);
        List<String> ranked = levels.codes();
        Map<Integer, String> inForce = levels.inForce();
        Map<Key, Tuple> standing = new HashMap<>();
        List<Tuple> rows = sql.rows(Permission.PLAN_TIMETABLE, STANDING, Map.of("year", year.start(), "today", today));
        rows.forEach(row -> standing.put(key(row), row));
        Set<Key> asked = new HashSet<>();
        List<ProposedOccurrence> proposed = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        int stays = 0;
        int past = 0;
        for (EntryTerms entry : template.entries()) {
            ActivityType type = known.get(entry.type());
            if (type == null) {
                continue;
            }
            List<Place> those = all.stream()
                    .filter(place -> type.isOfTrust() == (place.urn() == null))
                    .filter(place -> isFor(entry, place, ranked, inForce))
                    .toList();
            for (int turn = 0; turn < those.size(); turn++) {
                Place place = those.get(turn);
                Key key = new Key(id(entry), place.urn());
                asked.add(key);
                Optional<LocalDate> day = place.half(entry).dayOf(entry, turn, those.size());
                if (standing.containsKey(key)) {
                    stays++;
                } else if (day.isEmpty()) {
                    unplaced.add(new Unplaced(place.urn(), place.name(), type.label(), entry.term(), entry.half()));
                } else if (day.get().isBefore(from)) {
                    past++;
                } else if (type.isValidOn(day.get())) {
                    proposed.add(new ProposedOccurrence(
                            place.urn(),
                            place.name(),
                            key.entry(),
                            type.code(),
                            type.label(),
                            entry.title(),
                            day.get(),
                            entry.startsAt()));
                }
            }
        }
        proposed.sort(Comparator.comparing(ProposedOccurrence::day)
                .thenComparing(one -> one.schoolUrn() == null ? 0 : one.schoolUrn())
                .thenComparing(ProposedOccurrence::entryId));
        return new Proposal(
                        year,
                        template.year(),
                        from,
                        proposed,
                        stays,
                        past,
                        rows.stream()
                                .filter(row -> row.get("open", Boolean.class) && !asked.contains(key(row)))
                                .map(row -> new Superfluous(
                                        row.get("id", UUID.class),
                                        row.get("school_urn", Integer.class),
                                        row.get("school_name", String.class),
                                        row.get("label", String.class),
                                        row.get("day", LocalDate.class)))
                                .toList(),
                        named(all.stream()
                                .filter(place -> place.urn() != null && !inForce.containsKey(place.urn()))
                                .toList()),
                        named(all.stream().filter(Place::assumed).toList()),
                        unplaced,
                        0)
                .revised();
    }

    private static boolean isFor(EntryTerms entry, Place place, List<String> ranked, Map<Integer, String> inForce) {
        if (entry.leastLevel() == null) {
            return true;
        }
        String level = place.urn() == null ? null : inForce.get(place.urn());
        return ranked.indexOf(level == null ? ranked.getFirst() : level) >= ranked.indexOf(entry.leastLevel());
    }

    private static List<Named> named(List<Place> places) {
        return places.stream()
                .flatMap(place -> place.urn() == null || place.name() == null
                        ? Stream.empty()
                        : Stream.of(new Named(place.urn(), place.name())))
                .toList();
    }

    private static Key key(Tuple row) {
        return new Key(row.get("entry_id", UUID.class), row.get("school_urn", Integer.class));
    }

    private static UUID id(EntryTerms stored) {
        return Objects.requireNonNull(stored.id());
    }
}
