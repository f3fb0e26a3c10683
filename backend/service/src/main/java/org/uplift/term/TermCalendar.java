package org.uplift.term;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** The term dates of the trust and of its schools. They are no secret, so that they are read without the scope. */
@ApplicationScoped
class TermCalendar implements PanacheRepositoryBase<TermDates, UUID> {
    /**
     * What is said of a year by a school for itself, or by the trust; empty where nothing is.
     *
     * @param schoolUrn the school, null for the trust
     */
    Optional<TermDates> of(AcademicYear year, @Nullable Integer schoolUrn) {
        return (schoolUrn == null
                        ? find("academicYear = ?1 and schoolUrn is null", year.start())
                        : find("academicYear = ?1 and schoolUrn = ?2", year.start(), schoolUrn))
                .firstResultOptional();
    }
}
