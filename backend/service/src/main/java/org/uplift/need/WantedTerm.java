package org.uplift.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

/** Which term is to be computed. */
@Schema(description = "Which term is to be computed; the present one where nothing is said.")
record WantedTerm(
        @Nullable AcademicYear academicYear, @Nullable TermName term) {}
