package org.uplift.commission;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** How many days are agreed for one term. */
@Embeddable
record AgreedDays(int academicYear, int term, BigDecimal days) {
    static AgreedDays of(TermOfYear term, BigDecimal days) {
        return new AgreedDays(term.academicYear().start(), term.number(), days);
    }

    TermOfYear termOfYear() {
        return new TermOfYear(new AcademicYear(academicYear), TermName.values()[term - 1]);
    }
}
