package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Office;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.platform.Problem;

/** Who is of which committee, by their memberships. */
@ApplicationScoped
class CommitteeMembers {
    private static final int MOST = 500;

    private static final String MEMBERS = """
            select m.id, m.committee_id, m.person_id, p.name, m.role, coalesce(m.office, 'MEMBER') as office,
                m.valid_from, m.valid_until, m.version,
                case when m.valid_until <= :today then 'ENDED' when m.valid_from > :today then 'TO_COME'
                    when m.valid_until <= cast(:today as date) + c.warn_days then 'ENDING' else 'SERVING' end as standing
            from membership m
                join person p on p.id = m.person_id
                join committee c on c.id = m.committee_id
            where {committee:m.committee_id} and\s""";

    private static final String IN_ORDER = " order by coalesce(m.valid_until <= :today, false),"
            + " array_position(array['CHAIR', 'VICE_CHAIR', 'MEMBER', 'CLERK'], coalesce(m.office, 'MEMBER')),"
            + " lower(p.name), m.valid_from desc, m.id limit :most";

    /** Terms that end soon, or have ended in the days of which one is warned without the same person serving on. */
    private static final String ENDING =
            "m.valid_until <= cast(:today as date) + c.warn_days and m.valid_until > cast(:today as date) - c.warn_days"
                    + " and (c.ended_on is null or c.ended_on > :today)"
                    + " and not exists (select from membership n where n.committee_id = m.committee_id and n.person_id = m.person_id"
                    + " and (n.valid_until is null or n.valid_until > m.valid_until))";

    @Inject
    CommitteeSql sql;

    @Inject
    Clock clock;

    CommitteeMemberList of(UUID committee) {
        return new CommitteeMemberList(
                rows(Permission.READ_COMMITTEES, "m.committee_id = :committee", Map.of("committee", committee), MOST));
    }

    /** One of them, or 404. */
    CommitteeMember get(UUID committee, UUID membership) {
        return rows(
                        Permission.READ_COMMITTEES,
                        "m.committee_id = :committee and m.id = :membership",
                        Map.of("committee", committee, "membership", membership),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Those who are of a committee on a day. */
    List<CommitteeMember> on(UUID committee, LocalDate day) {
        return rows(
                Permission.READ_COMMITTEES,
                "m.committee_id = :committee and m.valid_from <= :day and (m.valid_until is null or m.valid_until > :day)",
                Map.of("committee", committee, "day", day),
                MOST);
    }

    /** Somebody by their person, among those of a day. */
    Optional<CommitteeMember> on(UUID committee, LocalDate day, UUID person) {
        return on(committee, day).stream()
                .filter(member -> member.personId().equals(person))
                .findFirst();
    }

    /** The terms of office that end in the committees of whom the caller is clerk. */
    List<CommitteeMember> ending(int most) {
        return rows(Permission.KEEP_MEETINGS, ENDING, Map.of(), most);
    }

    void give(CommitteeMember member, Office office) {
        if ((office == Office.CLERK) != (member.role() == Role.CLERK)) {
            throw Problem.invalid(
                    "/office", "scope-mismatch", "Clerk is the office of a clerk's membership, and of no other.");
        }
        sql.write(
                Permission.READ_COMMITTEES,
                "update membership m set office = :office, version = version + 1"
                        + " where {committee:m.committee_id} and m.id = :id and m.version = :version",
                Map.of("office", office.name(), "id", member.membershipId(), "version", member.version()));
    }

    private List<CommitteeMember> rows(String permission, String where, Map<String, Object> parameters, int most) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("today", LocalDate.now(clock));
        all.put("most", most);
        return sql.rows(permission, MEMBERS + where + IN_ORDER, all).stream()
                .map(CommitteeMembers::member)
                .toList();
    }

    private static CommitteeMember member(Tuple row) {
        return new CommitteeMember(
                row.get("id", UUID.class),
                row.get("committee_id", UUID.class),
                row.get("person_id", UUID.class),
                row.get("name", String.class),
                Role.valueOf(row.get("role", String.class)),
                Office.valueOf(row.get("office", String.class)),
                row.get("valid_from", LocalDate.class),
                row.get("valid_until", LocalDate.class),
                TermStanding.valueOf(row.get("standing", String.class)),
                row.get("version", Integer.class));
    }
}
