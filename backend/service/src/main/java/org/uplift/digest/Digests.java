package org.uplift.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.uplift.access.Caller;

/**
 * How often people want a digest, and whose day has been looked after. It is nobody's school data: each row is of one
 * person.
 */
@ApplicationScoped
class Digests {
    /** How often, and the revision of that; 0 while nothing was chosen. */
    record Chosen(Frequency frequency, int version) {}

    @Inject
    Session session;

    @Inject
    Caller caller;

    /** What the caller has chosen. */
    Chosen own() {
        List<Tuple> rows = session.createNativeQuery(
                        "select frequency, version from digest where person_id = :me", Tuple.class)
                .setParameter("me", caller.personId())
                .getResultList();
        return rows.isEmpty()
                ? new Chosen(Frequency.WEEKLY, 0)
                : new Chosen(
                        Frequency.valueOf(rows.getFirst().get("frequency", String.class)),
                        rows.getFirst().get("version", Integer.class));
    }

    /** Keeps what the caller chooses now. */
    void choose(Frequency frequency) {
        session.createNativeQuery("insert into digest (person_id, frequency, version) values (:me, :frequency, 1)"
                        + " on conflict (person_id) do update"
                        + " set frequency = excluded.frequency, version = digest.version + 1")
                .setParameter("me", caller.personId())
                .setParameter("frequency", frequency.name())
                .executeUpdate();
    }

    /** Begins a day, or goes on with it: whose turn is still to come. */
    List<UUID> begin(LocalDate day, Instant now) {
        return session.createNativeQuery("select * from begin_digest_day(:day, :now)", UUID.class)
                .setParameter("day", day)
                .setParameter("now", now)
                .getResultList();
    }

    /** Takes somebody's turn for the running transaction; false when another replica has it, or had it. */
    boolean take(UUID person, LocalDate day) {
        return !session.createNativeQuery("select attempts from digest_day where person_id = :person and day = :day"
                        + " and done_at is null for update skip locked")
                .setParameter("person", person)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }

    /** Ends the turn that the running transaction has taken. */
    void done(UUID person, LocalDate day, Instant now) {
        session.createNativeQuery("update digest_day set done_at = :now where person_id = :person and day = :day")
                .setParameter("now", now)
                .setParameter("person", person)
                .setParameter("day", day)
                .executeUpdate();
    }

    /** Lets somebody's turn come again later, after each failure twice as late. */
    void putOff(UUID person, LocalDate day, Instant now) {
        session.createNativeQuery("update digest_day set attempts = attempts + 1,"
                        + " not_before = cast(:now as timestamptz) + interval '10 minutes' * power(2, least(attempts, 6))"
                        + " where person_id = :person and day = :day and done_at is null")
                .setParameter("now", now)
                .setParameter("person", person)
                .setParameter("day", day)
                .executeUpdate();
    }
}
