package org.uplift.term;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.uplift.school.AcademicYear;

/** The bank holidays of England. They are nobody's school data. */
@ApplicationScoped
class BankHolidays implements PanacheRepositoryBase<BankHoliday, LocalDate> {
    /** Those of a year, in their order. */
    List<BankHolidayLine> of(AcademicYear year) {
        return list("day between ?1 and ?2 order by day", year.firstDay(), year.lastDay()).stream()
                .map(BankHoliday::line)
                .toList();
    }
}
