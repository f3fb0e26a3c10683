package org.uplift.timetable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.uplift.school.AcademicYear;

/** The templates of the timetable. They hold no school data. */
@ApplicationScoped
class Templates implements PanacheRepositoryBase<Template, Integer> {
    /** The one that counts in a year: its own, else that of the latest year before it; one comes with Uplift. */
    Template of(AcademicYear year) {
        return find("academicYear <= ?1 order by academicYear desc", year.start())
                .firstResult();
    }

    /** As {@link #of}, held until the running transaction ends, so that one at a time makes a timetable by it. */
    Template hold(AcademicYear year) {
        return find("academicYear <= ?1 order by academicYear desc", year.start())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
