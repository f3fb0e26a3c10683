package org.uplift.timetable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CalendarAddress", description = "The address of a calendar. It is shown once.")
record FeedAddress(
        @Schema(
                description =
                        "For a calendar program. Who has it reads the calendar: keep it to yourself, and take it back when"
                                + " somebody else has got it",
                examples = "https://uplift.example.org/api/v1/calendars/AbC.ics")
        String address) {}
