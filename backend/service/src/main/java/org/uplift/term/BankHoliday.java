package org.uplift.term;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A bank holiday of England. It is added and taken away, never changed. */
@Entity
@Immutable
class BankHoliday {
    @Id
    private LocalDate day;

    private String label;

    protected BankHoliday() {}

    /** As somebody adds it; 422 on a weekend, for which its substitute day stands. */
    BankHoliday(BankHolidayLine wanted) {
        if (wanted.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            throw Problem.invalid(
                    "/date",
                    "weekend",
                    Words.day(wanted.date()) + " is at a weekend; add its substitute day, a weekday, instead.");
        }
        day = wanted.date();
        label = wanted.label().strip();
    }

    BankHolidayLine line() {
        return new BankHolidayLine(day, label);
    }
}
