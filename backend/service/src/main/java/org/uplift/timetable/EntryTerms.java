package org.uplift.timetable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.term.TermName;

@Schema(name = "TemplateEntry", description = "When in a year an activity comes, and for which schools.")
record EntryTerms(
        @Schema(
                description =
                        "Keep it from year to year: by it an activity is planned once in each school. Absent: a new entry")
        @Nullable
        UUID id,

        @Schema(description = "One of those of `/timetable/activity-types`", examples = "school-improvement-visit")
        @NotNull
        @Size(max = 50)
        String type,

        @Schema(description = "More than its type says", examples = "Writing in year 6") @Size(max = 100) @Nullable
        String title,

        @NotNull TermName term,

        @Schema(description = "Half of the term") @Min(1) @Max(2)
        int half,

        @Schema(
                description =
                        "The first week of the half-term in which it can be; the week of its first school day is 1")
        @Min(1)
        @Max(9)
        int firstWeek,

        @Schema(description = "The last of these weeks") @Min(1) @Max(9)
        int lastWeek,

        @Schema(
                description =
                        "Absent: on any day of these weeks; several schools are spread over them, so that one person can visit all")
        @Nullable
        Weekday weekday,

        @Schema(description = "Absent: no time is set, it takes the day") @Nullable
        LocalTime startsAt,

        @Schema(
                description = "For schools whose level of need is at least this; absent: for all",
                examples = "targeted")
        @Size(max = 50)
        @Nullable
        String leastLevel) {

    static EntryTerms of(UUID id, StoredEntry entry) {
        return new EntryTerms(
                id,
                entry.typeCode(),
                entry.title(),
                entry.termName(),
                entry.half(),
                entry.firstWeek(),
                entry.lastWeek(),
                entry.day(),
                entry.startsAt(),
                entry.leastLevel());
    }

    /** Whether it is another entry as it was, at least in its type. */
    boolean isOfTypeOf(EntryTerms other) {
        return other.id() != null && other.id().equals(id) && other.type().equals(type);
    }

    /** Which half-term, in words. */
    String when() {
        return "half " + half + " of the " + term.code() + " term";
    }
}
