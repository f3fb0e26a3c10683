package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.school.AcademicYear;

/**
 * Calendars to which people subscribe. Of an address the hash alone is kept. What a calendar shows is what its owner may see
 * when it is fetched, and of that what stands on any notice board: what it is, where and when. With what a person takes part
 * in come the meetings of the committees that they are of, and where they go to see good practice, or show it.
 */
@ApplicationScoped
class Feeds {
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 3000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String EVENTS =
            """
            select o.id, t.label, s.name as school_name, o.day, o.starts_at, o.minutes, o.version, o.changed_at,
                o.cancelled is not null as cancelled
            """ + Occurrences.FROM + "o.day >= :since and {which} order by o.day, o.id limit :most";

    private static final String MEETINGS = """
            select m.id, c.name as committee_name, coalesce(m.place, case when m.link is not null then 'Online' end) as place,
                m.day, m.starts_at, m.minutes, m.version, m.changed_at, m.status = 'CANCELLED' as cancelled
            from meeting m join committee c on c.id = m.committee_id
            where {committee:m.committee_id} and m.committee_id = any(:own) and m.day >= :since
            order by m.day, m.starts_at, m.id limit :most
            """;

    private static final String VISITS = """
            select s.id, 'Come and see: ' || g.title as label, g.school_name, s.place, s.day, s.starts_at,
                cast(extract(epoch from s.ends_at - s.starts_at) / 60 as int) as minutes,
                s.version + coalesce(v.booked, 0) as version, greatest(s.changed_at, v.changed_at) as changed_at,
                s.cancelled_on is not null
                    or not (coalesce(v.comes, false) or s.offered_by = :me or coalesce(g.contact_id = :me, false)) as cancelled,
                s.practice_id
            from practice_slot s
                join good_practice g on g.id = s.practice_id
                left join (select v.slot_id, bool_or(v.given_back_at is null) as comes, cast(count(*) + count(v.given_back_at) as int) as booked,
                        max(coalesce(v.given_back_at, v.booked_at)) as changed_at
                    from practice_visit v where v.person_id = :me group by v.slot_id) v on v.slot_id = s.id
            where s.day >= :since and (v.slot_id is not null or s.offered_by = :me or g.contact_id = :me)
                and ({scope:s.school_urn} or v.slot_id is not null)
            order by s.day, s.starts_at, s.id limit :most
            """;

    /** Whose calendar it is, and what it shows. */
    record Feed(UUID owner, FeedAbout about, @Nullable Integer schoolUrn) {}

    /**
     * What a calendar says of a planned activity, of a meeting, or of a visit.
     *
     * @param of whose it is: a school or a committee
     * @param path of its page
     */
    record Event(
            UUID id,
            String label,
            @Nullable String of,
            @Nullable String place,
            String path,
            LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable Integer minutes,
            int version,
            Instant changedAt,
            boolean cancelled) {}

    @Inject
    Session session;

    @Inject
    ScopedSql sql;

    @Inject
    CommitteeSql committees;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The caller's own. */
    List<FeedLine> own() {
        return session
                .createNativeQuery(
                        "select f.about, f.school_urn, s.name, f.issued_at, f.last_read_on from calendar_feed f"
                                + " left join school s on s.urn = f.school_urn where f.person_id = :me"
                                + " order by f.about, lower(s.name), f.school_urn",
                        Tuple.class)
                .setParameter("me", caller.personId())
                .getResultList()
                .stream()
                .map(row -> new FeedLine(
                        FeedAbout.valueOf(row.get("about", String.class)),
                        row.get("school_urn", Integer.class),
                        row.get("name", String.class),
                        row.get("issued_at", Instant.class),
                        row.get("last_read_on", LocalDate.class)))
                .toList();
    }

    /** A new secret for a calendar of the caller; the one before no longer opens it. */
    String issue(FeedAbout about, @Nullable Integer schoolUrn) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.createNativeMutationQuery(
                        "insert into calendar_feed (id, person_id, about, school_urn, secret_hash, issued_at)"
                                + " values (:id, :me, :about, cast(:urn as int), :hash, :now)"
                                + " on conflict (person_id, about, school_urn) do update set"
                                + " secret_hash = excluded.secret_hash, issued_at = excluded.issued_at, last_read_on = null")
                .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .setParameter("me", caller.personId())
                .setParameter("about", about.name())
                .setParameter("urn", schoolUrn)
                .setParameter("hash", hash(secret))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return secret;
    }

    /** Takes the address of a calendar of the caller back; false when there is none. */
    boolean revoke(FeedAbout about, @Nullable Integer schoolUrn) {
        return session.createNativeMutationQuery("delete from calendar_feed where person_id = :me and about = :about"
                                + " and school_urn is not distinct from cast(:urn as int)")
                        .setParameter("me", caller.personId())
                        .setParameter("about", about.name())
                        .setParameter("urn", schoolUrn)
                        .executeUpdate()
                > 0;
    }

    /** The calendar that a secret opens; nobody has to be signed in. */
    Optional<Feed> opened(String secret) {
        return session
                .createNativeQuery("select * from open_calendar(:hash, :today)", Tuple.class)
                .setParameter("hash", hash(secret))
                .setParameter("today", LocalDate.now(clock))
                .getResultList()
                .stream()
                .map(row -> new Feed(
                        row.get("person_id", UUID.class),
                        FeedAbout.valueOf(row.get("about", String.class)),
                        row.get("school_urn", Integer.class)))
                .findFirst();
    }

    /** What is in a calendar, from the last academic year on, as the caller, who is its owner, may see it. */
    List<Event> events(Feed feed) {
        LocalDate since = AcademicYear.of(LocalDate.now(clock)).minus(1).firstDay();
        List<Event> events = new ArrayList<>(planned(feed, since));
        if (feed.about() == FeedAbout.PERSON && caller.ownCommittees().length > 0) {
            events.addAll(meetings(since));
        }
        if (feed.about() == FeedAbout.PERSON) {
            events.addAll(visits(feed, since));
        }
        return events;
    }

    private List<Event> planned(Feed feed, LocalDate since) {
        Map<String, Object> parameters = new HashMap<>(Map.of("since", since, "most", MOST));
        String which = switch (feed.about()) {
            case PERSON -> {
                parameters.put("me", feed.owner());
                yield OccurrenceFilter.with("me");
            }
            case SCHOOL -> {
                parameters.put("urn", Objects.requireNonNull(feed.schoolUrn()));
                yield "(o.school_urn = :urn or o.school_urn is null)";
            }
            case TRUST -> "o.school_urn is null";
        };
        return sql.rows(Permission.READ_TIMETABLE, EVENTS.replace("{which}", which), parameters).stream()
                .map(row -> event(
                        row,
                        "/timetable/",
                        row.get("label", String.class),
                        row.get("school_name", String.class),
                        row.get("school_name", String.class)))
                .toList();
    }

    private List<Event> meetings(LocalDate since) {
        return committees
                .rows(
                        Permission.READ_MEETINGS,
                        MEETINGS,
                        Map.of("own", caller.ownCommittees(), "since", since, "most", MOST))
                .stream()
                .map(row -> event(
                        row,
                        "/meetings/",
                        "Meeting",
                        row.get("committee_name", String.class),
                        row.get("place", String.class)))
                .toList();
    }

    /** What the owner shows of good practice, and goes to see. */
    private List<Event> visits(Feed feed, LocalDate since) {
        return sql
                .rows(Permission.READ_TIMETABLE, VISITS, Map.of("me", feed.owner(), "since", since, "most", MOST))
                .stream()
                .map(row -> new Event(
                        row.get("id", UUID.class),
                        row.get("label", String.class),
                        row.get("school_name", String.class),
                        row.get("place", String.class),
                        "/good-practice/" + row.get("practice_id", UUID.class),
                        row.get("day", LocalDate.class),
                        row.get("starts_at", LocalTime.class),
                        row.get("minutes", Integer.class),
                        row.get("version", Integer.class),
                        row.get("changed_at", Instant.class),
                        row.get("cancelled", Boolean.class)))
                .toList();
    }

    private static Event event(Tuple row, String pages, String label, @Nullable String of, @Nullable String place) {
        UUID id = row.get("id", UUID.class);
        return new Event(
                id,
                label,
                of,
                place,
                pages + id,
                row.get("day", LocalDate.class),
                row.get("starts_at", LocalTime.class),
                row.get("minutes", Integer.class),
                row.get("version", Integer.class),
                row.get("changed_at", Instant.class),
                row.get("cancelled", Boolean.class));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
