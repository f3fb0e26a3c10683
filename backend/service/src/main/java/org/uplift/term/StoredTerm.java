package org.uplift.term;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A term as it is stored. */
@Embeddable
record StoredTerm(
        @Nullable Integer schoolUrn,
        LocalDate firstDay,
        LocalDate halfTermFirstDay,
        LocalDate halfTermLastDay,
        LocalDate lastDay) {
    static StoredTerm of(@Nullable Integer schoolUrn, TermDays term) {
        return new StoredTerm(
                schoolUrn, term.firstDay(), term.halfTermFirstDay(), term.halfTermLastDay(), term.lastDay());
    }

    TermDays days() {
        return new TermDays(firstDay, halfTermFirstDay, halfTermLastDay, lastDay);
    }
}
