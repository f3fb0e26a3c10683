package org.uplift.timetable;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;

@Schema(name = "TimetableTemplate", description = "By what the timetable of an academic year is made.")
record TemplateDetail(
        AcademicYear academicYear,

        @Schema(description = "false: the year has none of its own and goes by the latest one before it")
        boolean own,

        @Schema(description = "In their order") List<EntryTerms> entries,

        @Schema(description = "Revision, as in the ETag; 0 where the year has none of its own yet")
        int version) {

    /** Of what is not stored yet. */
    static final int NO_VERSION = 0;

    static TemplateDetail of(AcademicYear year, Template template) {
        boolean own = template.year().equals(year);
        return new TemplateDetail(year, own, template.entries(), own ? template.version() + 1 : NO_VERSION);
    }
}
