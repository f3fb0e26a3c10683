package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Office;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The meetings of the committees that the caller may see. */
@ApplicationScoped
class Meetings extends CommitteeRepository<Meeting> {
    private static final String SEEN = """
            select m.*, c.name as committee_name, count(*) over () as total
            from meeting m join committee c on c.id = m.committee_id
            where {committee:m.committee_id} and\s""";

    private static final String ITEMS =
            "select i.* from agenda_item i where {committee:i.committee_id} and i.meeting_id = :id"
                    + " order by i.position, i.id limit 500";
    private static final String ATTENDED = "select a.* from attendance_of_meeting a where {committee:a.committee_id}"
            + " and a.meeting_id = :id order by lower(a.name), a.person_id";
    private static final String GIVEN = "select a.* from meeting_action a where {committee:a.committee_id}"
            + " and (a.meeting_id = :id or (a.committee_id = :id and a.done_on is null))"
            + " order by a.done_on is not null, a.due_on nulls last, a.id limit 500";
    private static final String ADDED = "select a.* from minute_addition a where {committee:a.committee_id}"
            + " and a.meeting_id = :id order by a.id limit 500";
    private static final String ATTENDS = """
            insert into attendance_of_meeting (meeting_id, person_id, committee_id, name, presence)
            select m.id, :person, m.committee_id, :name, :presence
            from meeting m where m.id = :id and {committee:m.committee_id}
            """;

    @Inject
    CommitteeSql sql;

    @Inject
    CommitteeMembers members;

    @Inject
    MeetingDecisions decisions;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }

    MeetingPage page(MeetingFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows =
                sql.rows(permission(), SEEN + where + filter.order() + " limit :rows offset :skipped", parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new MeetingPage(rows.stream().map(Meetings::summary).toList(), Paging.of(page, total));
    }

    MeetingSummary summary(UUID id) {
        return seen(id).orElseThrow(Problem::notFound);
    }

    Optional<MeetingSummary> seen(UUID id) {
        return sql.rows(permission(), SEEN + "m.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(Meetings::summary);
    }

    MeetingDetail detail(UUID id) {
        MeetingSummary meeting = summary(id);
        boolean approved = meeting.approvedAt() != null;
        boolean keeps = caller.committees(Permission.KEEP_MEETINGS).covers(meeting.committeeId());
        boolean ofIt = keeps || caller.isOf(meeting.committeeId());
        Map<String, Object> of = Map.of("id", id);
        return new MeetingDetail(
                meeting,
                sql.rows(permission(), ITEMS, of).stream()
                        .map(Meetings::item)
                        .map(item -> ofIt ? item : item.closed())
                        .toList(),
                attendance(id),
                decisions.ofMeeting(id),
                actions(id),
                sql.rows(permission(), ADDED, of).stream()
                        .map(row -> new MinuteAdditionLine(
                                row.get("id", UUID.class),
                                row.get("text", String.class),
                                row.get("author", String.class),
                                row.get("at", Instant.class)))
                        .toList(),
                keeps,
                !approved && meeting.status() == MeetingStatus.HELD && chairs(meeting.committeeId()));
    }

    /** Whether the caller is in the chair of a committee today. */
    boolean chairs(UUID committee) {
        return members.on(committee, LocalDate.now(clock), caller.personId())
                .filter(member -> member.office() == Office.CHAIR)
                .isPresent();
    }

    List<AttendanceLine> attendance(UUID meeting) {
        return sql.rows(permission(), ATTENDED, Map.of("id", meeting)).stream()
                .map(row -> new AttendanceLine(
                        row.get("person_id", UUID.class),
                        row.get("name", String.class),
                        Presence.valueOf(row.get("presence", String.class))))
                .toList();
    }

    /** Those of a meeting, or what is open of those of a committee. */
    List<MeetingActionLine> actions(UUID meetingOrCommittee) {
        LocalDate today = LocalDate.now(clock);
        return sql.rows(permission(), GIVEN, Map.of("id", meetingOrCommittee)).stream()
                .map(row -> {
                    LocalDate due = row.get("due_on", LocalDate.class);
                    LocalDate done = row.get("done_on", LocalDate.class);
                    return new MeetingActionLine(
                            row.get("id", UUID.class),
                            row.get("meeting_id", UUID.class),
                            row.get("what", String.class),
                            row.get("who_id", UUID.class),
                            row.get("who_name", String.class),
                            due,
                            done,
                            done == null && due != null && due.isBefore(today),
                            row.get("version", Integer.class));
                })
                .toList();
    }

    /** Who declared an interest in an item of a meeting, or in the one in which something is to be decided. */
    Set<UUID> conflicted(Meeting meeting, @Nullable UUID item, @Nullable UUID approval) {
        return sql.rows(permission(), ITEMS, Map.of("id", meeting.id())).stream()
                .map(Meetings::item)
                .filter(one -> one.id().equals(item) || approval != null && approval.equals(one.approvalId()))
                .flatMap(one -> one.conflicted().stream())
                .collect(Collectors.toSet());
    }

    /** Says anew who was there. */
    void attend(Meeting meeting, List<AttendanceLine> lines) {
        sql.write(
                permission(),
                "delete from attendance_of_meeting a where a.meeting_id = :id and {committee:a.committee_id}",
                Map.of("id", meeting.id()));
        for (AttendanceLine line : lines) {
            sql.write(
                    permission(),
                    ATTENDS,
                    Map.of(
                            "id",
                            meeting.id(),
                            "person",
                            line.personId(),
                            "name",
                            String.valueOf(line.name()),
                            "presence",
                            line.presence().name()));
        }
    }

    private static AgendaItemLine item(Tuple row) {
        return new AgendaItemLine(
                row.get("id", UUID.class),
                row.get("position", Integer.class),
                row.get("title", String.class),
                ItemSource.valueOf(row.get("source", String.class)),
                row.get("link", String.class),
                row.get("approval_id", UUID.class),
                row.get("confidential", Boolean.class),
                row.get("minuted", String.class),
                List.of(row.get("conflicted", UUID[].class)),
                row.get("version", Integer.class));
    }

    private static MeetingSummary summary(Tuple row) {
        return new MeetingSummary(
                row.get("id", UUID.class),
                row.get("committee_id", UUID.class),
                row.get("committee_name", String.class),
                row.get("day", LocalDate.class),
                row.get("starts_at", LocalTime.class).toString(),
                row.get("minutes", Integer.class),
                row.get("place", String.class),
                row.get("link", String.class),
                MeetingStatus.valueOf(row.get("status", String.class)),
                row.get("cancel_reason", String.class),
                row.get("approved_in", UUID.class),
                row.get("approved_at", Instant.class),
                row.get("approved_by", String.class),
                row.get("version", Integer.class));
    }
}
