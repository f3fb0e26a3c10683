package org.uplift.timetable;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.uplift.timetable.Feeds.Event;

/** Writes calendars as RFC 5545 has them; times are those of the clocks in England, in summer and in winter. */
final class Calendars {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final Duration REFRESH = Duration.ofHours(6);
    private static final int MINUTES = 60;

    /** The rule by which the clocks go forward and back since 1996. */
    private static final String CLOCKS = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:DAYLIGHT
            TZNAME:BST
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            DTSTART:19960331T010000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZNAME:GMT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            DTSTART:19961027T020000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private Calendars() {}

    /**
     * A calendar as text.
     *
     * @param name what calendar programs call it
     * @param web where the pages of the activities and meetings are
     */
    static String text(String name, List<Event> events, String web) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Uplift//Timetable//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(clocks());
        events.forEach(event -> calendar.add(written(event, web)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static CalendarComponent clocks() {
        try {
            return new CalendarBuilder()
                    .build(new StringReader(CLOCKS))
                    .getComponents()
                    .getFirst();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VEvent written(Event event, String web) {
        String summary = event.of() == null ? event.label() : event.label() + ", " + event.of();
        VEvent written = timed(event, summary);
        written.add(new Uid(event.id() + "@uplift"));
        written.replace(new DtStamp(Instant.ofEpochSecond(event.changedAt().getEpochSecond())));
        written.add(new Sequence(event.version()));
        written.add(event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (event.place() != null) {
            written.add(new Location(event.place()));
        }
        written.add(new Url(URI.create(web + event.path())));
        return written;
    }

    private static VEvent timed(Event event, String summary) {
        LocalTime start = event.startsAt();
        if (start == null) {
            return new VEvent(event.day(), event.day().plusDays(1), summary);
        }
        ZonedDateTime from = ZonedDateTime.of(event.day(), start, ENGLAND);
        return new VEvent(from, from.plusMinutes(event.minutes() == null ? MINUTES : event.minutes()), summary);
    }
}
