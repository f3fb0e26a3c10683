package org.uplift.term;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.uplift.school.AcademicYear;

/** The term dates of the trust, of local authorities and of its schools. They are no secret, so that they are read without the scope. */
@ApplicationScoped
class TermCalendar implements PanacheRepositoryBase<TermDates, UUID> {
    /** What is said of a year for somebody; empty where nothing is. */
    Optional<TermDates> of(AcademicYear year, Whose whose) {
        return find(
                        "academicYear = ?1 and schoolUrn is not distinct from ?2 and localAuthorityCode is not distinct from ?3",
                        year.start(),
                        whose.schoolUrn(),
                        whose.localAuthorityCode())
                .firstResultOptional();
    }
}
