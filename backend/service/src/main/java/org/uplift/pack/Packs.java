package org.uplift.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.committee.MeetingStatus;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The packs of the committees that the caller may see. */
@ApplicationScoped
class Packs extends CommitteeRepository<Pack> {
    private static final String LISTED = """
            select p.id, p.committee_id, c.name as committee_name, p.meeting_id, m.day, p.number, p.as_at, p.built_at, p.built_by,
                p.schools, p.exceptions, p.content_sha256, p.document_sha256, octet_length(p.document) as size,
                exists (select from pack q where q.meeting_id = p.meeting_id and q.number > p.number) as superseded,
                (select q.id from pack q join meeting n on n.id = q.meeting_id
                    where q.committee_id = p.committee_id and (n.day, n.id) < (m.day, m.id)
                    order by n.day desc, n.id desc, q.number desc limit 1) as previous_id,
                count(*) over () as total
            from pack p
                join meeting m on m.id = p.meeting_id
                join committee c on c.id = p.committee_id
            where {committee:p.committee_id} and\s""";

    private static final String HELD =
            "select m.id from meeting m where {committee:m.committee_id} and m.id = :id for no key update";

    private static final String OCCASION = """
            select m.id, m.committee_id, c.name as committee_name, c.ended_on is null or c.ended_on > :today as going, m.day,
                m.starts_at, m.place, m.status,
                (select coalesce(max(p.number), 0) + 1 from pack p where p.meeting_id = m.id) as next_number,
                (select max(b.day) from meeting b where b.committee_id = m.committee_id and b.status = 'HELD'
                    and b.day < m.day) as last_held
            from meeting m join committee c on c.id = m.committee_id
            where {committee:m.committee_id} and m.id = :id
            """;

    @Inject
    CommitteeSql sql;

    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }

    /** The newest first. */
    PackPage page(@Nullable UUID committee, @Nullable UUID meeting, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = "true";
        if (committee != null) {
            where += " and p.committee_id = :committee";
            parameters.put("committee", committee);
        }
        if (meeting != null) {
            where += " and p.meeting_id = :meeting";
            parameters.put("meeting", meeting);
        }
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows =
                sql.rows(permission(), LISTED + where + " order by p.id desc limit :rows offset :skipped", parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new PackPage(rows.stream().map(Packs::summary).toList(), Paging.of(page, total));
    }

    PackSummary summary(UUID id) {
        return sql.rows(permission(), LISTED + "p.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(Packs::summary)
                .orElseThrow(Problem::notFound);
    }

    /** The content of one, as JSON. */
    Frozen content(UUID id) {
        return frozen(id, "p.content as bytes, p.content_sha256 as hash");
    }

    /** The document of one, as PDF. */
    Frozen document(UUID id) {
        return frozen(id, "p.document as bytes, p.document_sha256 as hash");
    }

    private Frozen frozen(UUID id, String columns) {
        return sql
                .rows(
                        permission(),
                        "select " + columns + " from pack p where p.id = :id and {committee:p.committee_id}",
                        Map.of("id", id))
                .stream()
                .findFirst()
                .map(row -> new Frozen(row.get("bytes", byte[].class), row.get("hash", String.class)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * The meeting that a pack is wanted for; nothing where the caller may not see it. It is held until the transaction ends, and
     * read only then, so that of two packs at once the second gets the next number.
     */
    Optional<Occasion> occasion(UUID meeting, LocalDate today) {
        sql.rows(permission(), HELD, Map.of("id", meeting));
        return sql.rows(permission(), OCCASION, Map.of("id", meeting, "today", today)).stream()
                .findFirst()
                .map(row -> new Occasion(
                        row.get("id", UUID.class),
                        row.get("committee_id", UUID.class),
                        row.get("committee_name", String.class),
                        row.get("going", Boolean.class),
                        row.get("day", LocalDate.class),
                        row.get("starts_at", LocalTime.class).toString(),
                        row.get("place", String.class),
                        MeetingStatus.valueOf(row.get("status", String.class)),
                        row.get("next_number", Integer.class),
                        row.get("last_held", LocalDate.class)));
    }

    private static PackSummary summary(Tuple row) {
        return new PackSummary(
                row.get("id", UUID.class),
                row.get("committee_id", UUID.class),
                row.get("committee_name", String.class),
                row.get("meeting_id", UUID.class),
                row.get("day", LocalDate.class),
                row.get("number", Integer.class),
                row.get("superseded", Boolean.class),
                row.get("as_at", LocalDate.class),
                row.get("built_at", Instant.class),
                row.get("built_by", String.class),
                row.get("schools", Integer.class),
                row.get("exceptions", Integer.class),
                row.get("content_sha256", String.class),
                row.get("document_sha256", String.class),
                row.get("size", Integer.class),
                row.get("previous_id", UUID.class));
    }
}
