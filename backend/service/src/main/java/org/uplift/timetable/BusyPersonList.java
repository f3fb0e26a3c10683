package org.uplift.timetable;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who is planned to be there in a year.")
record BusyPersonList(
        @Schema(description = "By name; 500 at most") List<BusyPerson> results) {}
