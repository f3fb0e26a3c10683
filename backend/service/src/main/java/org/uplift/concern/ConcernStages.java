package org.uplift.concern;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.sealing.Seal;

/** How far the complaints that the caller has open have come. */
@ApplicationScoped
class ConcernStages extends ScopedRepository<ConcernStage, UUID> {
    private static final String LINES = """
            select s.id, s.stage_code, t.label, t.panel, s.begun_on, s.ended_on, s.outcome_code, u.label as outcome_label, s.record,
                s.version, d.step_code, d.label as step_label, d.due_on, d.done_on
            from concern_stage s
            join complaint_stage t on t.code = s.stage_code
            left join concern_outcome u on u.code = s.outcome_code
            join complaint_deadlines(s.concern_id) d on d.stage_id = s.id
            where s.concern_id = :concern and {scope:s.school_urn}
            order by t.position, d.position
            """;

    @Inject
    ScopedSql sql;

    @Inject
    ComplaintStages stages;

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }

    /** Those of a concern that have begun, and those that can begin now. */
    StageList of(Concerns.Opened opened, LocalDate today) {
        Map<UUID, List<Tuple>> begun = new LinkedHashMap<>();
        sql.rows(permission(), LINES, Map.of("concern", opened.concern().id()))
                .forEach(row -> begun.computeIfAbsent(row.get("id", UUID.class), id -> new ArrayList<>())
                        .add(row));
        return new StageList(
                begun.values().stream().map(rows -> line(rows, opened, today)).toList(),
                opened.concern().category().isComplaint() && opened.concern().status() != ConcernStatus.CLOSED
                        ? next(opened.concern().id(), today).stream()
                                .map(ComplaintStage::line)
                                .toList()
                        : List.of());
    }

    /** Those that can begin: every earlier one has ended, or can be skipped. */
    List<ComplaintStage> next(UUID concern, LocalDate today) {
        Map<String, ConcernStage> begun = new LinkedHashMap<>();
        all(concern).forEach(stage -> begun.put(stage.stage().code(), stage));
        List<ComplaintStage> next = new ArrayList<>();
        boolean later = false;
        for (ComplaintStage stage : stages.inOrder().reversed()) {
            later |= begun.containsKey(stage.code());
            if (!later && stage.isValidOn(today)) {
                next.addFirst(stage);
            }
        }
        List<ComplaintStage> possible = new ArrayList<>();
        if (begun.values().stream().allMatch(ConcernStage::isEnded)) {
            for (ComplaintStage stage : next) {
                possible.add(stage);
                if (!stage.isSkippable()) {
                    break;
                }
            }
        }
        return possible;
    }

    /** Every stage of a concern that has begun. */
    List<ConcernStage> all(UUID concern) {
        return readable(
                        "concernId = :concern",
                        Map.of("concern", concern),
                        Sort.by("begunOn").and("id"))
                .page(0, 20)
                .list();
    }

    private static StageLine line(List<Tuple> rows, Concerns.Opened opened, LocalDate today) {
        Tuple first = rows.getFirst();
        UUID id = first.get("id", UUID.class);
        byte[] record = first.get("record", byte[].class);
        Seal seal = opened.seal();
        return new StageLine(
                id,
                first.get("stage_code", String.class),
                first.get("label", String.class),
                first.get("panel", Boolean.class),
                first.get("begun_on", LocalDate.class),
                first.get("ended_on", LocalDate.class),
                first.get("outcome_code", String.class),
                first.get("outcome_label", String.class),
                record == null
                        ? null
                        : seal.open(record, Concern.place(opened.concern().id()) + "/stage/" + id),
                rows.stream().map(row -> step(row, today)).toList(),
                first.get("version", Integer.class));
    }

    private static StepLine step(Tuple row, LocalDate today) {
        LocalDate due = row.get("due_on", LocalDate.class);
        LocalDate done = row.get("done_on", LocalDate.class);
        return new StepLine(
                row.get("step_code", String.class),
                row.get("step_label", String.class),
                due,
                done,
                due.isBefore(done == null ? today : done));
    }
}
