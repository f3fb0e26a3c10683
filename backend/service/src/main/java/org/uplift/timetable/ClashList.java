package org.uplift.timetable;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where planned activities stand in each other's way.")
record ClashList(
        @Schema(description = "The earliest first; 500 at most")
        List<Clash> results) {}
