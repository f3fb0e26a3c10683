package org.uplift.timetable;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.uplift.term.TermName;

/** An entry of a template as it is kept: terms from 1 autumn to 3 summer, weekdays from 1 Monday to 5 Friday. */
@Embeddable
record StoredEntry(
        int position,
        String typeCode,
        @Nullable String title,
        int term,
        int half,
        int firstWeek,
        int lastWeek,
        @Nullable Integer weekday,
        @Nullable LocalTime startsAt,
        @Nullable String leastLevel) {

    static StoredEntry of(int position, EntryTerms terms) {
        String title = terms.title();
        return new StoredEntry(
                position,
                terms.type(),
                title == null || title.isBlank() ? null : title.strip(),
                terms.term().ordinal() + 1,
                terms.half(),
                terms.firstWeek(),
                terms.lastWeek(),
                terms.weekday() == null ? null : terms.weekday().number(),
                terms.startsAt(),
                terms.leastLevel());
    }

    TermName termName() {
        return TermName.values()[term - 1];
    }

    @Nullable
    Weekday day() {
        return weekday == null ? null : Weekday.values()[weekday - 1];
    }
}
