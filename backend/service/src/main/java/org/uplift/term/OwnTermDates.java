package org.uplift.term;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Change;

/** What the trust, or a school for itself, says of an academic year. */
@Schema(
        description =
                "What the trust, or a school for itself, says of an academic year. It replaces what was said before.")
record OwnTermDates(
        @Schema(
                description =
                        "Absent or null: a school keeps the trust's terms; the trust has none, and its school days are assumed")
        @Valid
        @Nullable
        Terms terms,

        @Schema(description = "Staff training days, snow days and the like; each date once")
        @NotNull
        @Size(max = MOST_CLOSED)
        List<@NotNull @Valid NewClosedDay> closedDays) {
    private static final int MOST_CLOSED = 100;

    /** What differs from what was said before: days of terms by their names, closed days as they come and go. */
    List<Change> since(OwnTermDates before) {
        Map<String, LocalDate> was = before.days();
        Map<String, LocalDate> is = days();
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        Stream<Change> moved = names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> new Change(name, text(was.get(name)), text(is.get(name))));
        Stream<Change> opened = before.closedDays.stream()
                .filter(day -> !closedDays.contains(day))
                .map(day -> new Change("closedDay", day.words(), null));
        Stream<Change> closed = closedDays.stream()
                .filter(day -> !before.closedDays.contains(day))
                .map(day -> new Change("closedDay", null, day.words()));
        return Stream.of(moved, opened, closed).flatMap(changes -> changes).toList();
    }

    private Map<String, LocalDate> days() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        if (terms != null) {
            days("autumn", terms.autumn(), days);
            days("spring", terms.spring(), days);
            days("summer", terms.summer(), days);
        }
        return days;
    }

    private static void days(String name, TermDays term, Map<String, LocalDate> days) {
        days.put(name + "FirstDay", term.firstDay());
        days.put(name + "HalfTermFirstDay", term.halfTermFirstDay());
        days.put(name + "HalfTermLastDay", term.halfTermLastDay());
        days.put(name + "LastDay", term.lastDay());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
