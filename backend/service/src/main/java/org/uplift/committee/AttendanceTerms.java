package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "MeetingAttendanceTerms",
        description = "Who was there, who sent apologies, who was absent; all members.")
record AttendanceTerms(@NotNull @Size(max = 100) List<@NotNull @Valid AttendanceLine> lines) {}
