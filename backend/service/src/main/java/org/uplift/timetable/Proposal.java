package org.uplift.timetable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(
        name = "TimetableProposal",
        description = "What making the timetable of an academic year by its template would change.")
record Proposal(
        AcademicYear academicYear,

        @Schema(description = "The year whose template it is")
        AcademicYear templateYear,

        @Schema(description = "Nothing is planned before this day")
        LocalDate from,

        @Schema(description = "What would be planned, by day")
        List<ProposedOccurrence> occurrences,

        @Schema(description = "How many that the template asks for are planned already; they stay as they are")
        int standing,

        @Schema(description = "How many would fall before the first day, and are left out")
        int past,

        @Schema(
                description =
                        "What came from the template, is still to come, and is not asked for any more: the need of the school has"
                                + " changed, or the entry is gone")
        List<Superfluous> superfluous,

        @Schema(description = "Schools whose level of need is not known; they get what every school gets")
        List<Named> withoutLevel,

        @Schema(description = "Schools whose terms are not known; their half-terms are assumed")
        List<Named> assumed,

        @Schema(description = "What finds no school day in its half-term, and is left out")
        List<Unplaced> unplaced,

        @Schema(description = "Revision, as in the ETag: another one where anything of it differs")
        int version) {

    /** With the revision that follows from all of it. */
    Proposal revised() {
        return new Proposal(
                academicYear,
                templateYear,
                from,
                occurrences,
                standing,
                past,
                superfluous,
                withoutLevel,
                assumed,
                unplaced,
                toString().hashCode() & Integer.MAX_VALUE);
    }

    @Schema(
            name = "SuperfluousOccurrence",
            description = "A planned activity that the template does not ask for any more.")
    record Superfluous(
            UUID id, @Nullable Integer schoolUrn, @Nullable String schoolName, String typeLabel, LocalDate day) {}

    @Schema(name = "ProposalSchool", description = "A school by name.")
    record Named(@Schema(examples = "900001") int urn, String name) {}

    @Schema(name = "UnplacedEntry", description = "An entry of the template for which a place has no school day.")
    record Unplaced(
            @Nullable Integer schoolUrn, @Nullable String schoolName, String typeLabel, TermName term, int half) {}
}
