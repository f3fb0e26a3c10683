package org.uplift.checkpoint;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;

/** The checkpoints that the caller may see; in full where the caller may record them. */
@ApplicationScoped
class Checkpoints extends ScopedRepository<Checkpoint, UUID> {
    private static final String LINES = """
            select k.id, k.cycle_id, k.school_urn, s.name as school_name, c.academic_year, k.type_code,
                t.label as type_label, k.title, k.planned_on, k.held_on, k.status, k.recorder_name, k.visitor_name,
                k.next_on, k.leader_id is not null as leader, k.other_id is not null as other,
                {signer} as to_sign
            from checkpoint k
            join cycle c on c.id = k.cycle_id
            join checkpoint_type t on t.code = k.type_code
            left join school s on s.urn = k.school_urn
            where {scope:k.school_urn} and\s""";

    @Inject
    ScopedSql sql;

    @Inject
    Signers signers;

    @Inject
    CheckpointEvidences evidences;

    @Inject
    NextSteps nextSteps;

    @Inject
    Additions additions;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that are wanted. */
    CheckpointPage page(CheckpointFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String signer = signers.condition(parameters);
        String where = filter.where(signer, parameters);
        Map<String, Object> counted = new HashMap<>(parameters);
        if (!where.contains(signer)) {
            counted.keySet().removeAll(signers.parameters());
        }
        long total = sql.rows(
                        permission(),
                        "select count(*) from checkpoint k where {scope:k.school_urn} and " + where,
                        counted)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("skipped", page.offset());
        return new CheckpointPage(
                lines(signer, where + filter.order(), parameters, page.pageSize), Paging.of(page, total));
    }

    /** The drafts that the caller recorded, planned until a day, the first planned first. */
    List<CheckpointSummary> toRecord(LocalDate until, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String signer = signers.condition(parameters);
        parameters.put("until", until);
        parameters.put("skipped", 0);
        return lines(
                signer,
                "k.status = 'DRAFT' and k.recorder_id = :me and k.planned_on <= :until and c.stage <> 'CLOSED'"
                        + " order by k.planned_on, k.id",
                parameters,
                most);
    }

    /** Those that wait for the caller's signature, the oldest first. */
    List<CheckpointSummary> toSign(int most) {
        Map<String, Object> parameters = new HashMap<>();
        String signer = signers.condition(parameters);
        parameters.put("skipped", 0);
        return lines(signer, signer + " and c.stage <> 'CLOSED' order by k.dated, k.id", parameters, most);
    }

    private List<CheckpointSummary> lines(String signer, String which, Map<String, Object> parameters, int most) {
        parameters.put("rows", most);
        Scope whole = caller.scope(Permission.RECORD_CHECKPOINTS);
        return sql
                .rows(
                        permission(),
                        LINES.replace("{signer}", signer) + which + " limit :rows offset :skipped",
                        parameters)
                .stream()
                .map(row -> summary(row, whole))
                .toList();
    }

    /** One as the caller may see it. */
    CheckpointDetail detail(Checkpoint checkpoint) {
        CheckpointDetail whole = CheckpointDetail.of(
                checkpoint,
                checkpoint.awaits(signers.of(checkpoint.schoolUrn())),
                evidences.of(checkpoint.id()),
                nextSteps.of(checkpoint.id()),
                additions.of(checkpoint.id()));
        return isWhole(checkpoint) ? whole : whole.assured();
    }

    /** Whether the caller may read it in full: who may record there may. */
    boolean isWhole(Checkpoint checkpoint) {
        return caller.scope(Permission.RECORD_CHECKPOINTS).covers(checkpoint.schoolUrn());
    }

    /** Whether there is one with this id in a cycle. */
    boolean isOf(UUID id, UUID cycle) {
        return readable("id = :id and cycle.id = :cycle", Map.of("id", id, "cycle", cycle), Sort.by("id"))
                .firstResultOptional()
                .isPresent();
    }

    private static CheckpointSummary summary(Tuple row, Scope whole) {
        CheckpointSummary line = new CheckpointSummary(
                row.get("id", UUID.class),
                row.get("cycle_id", UUID.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("type_code", String.class),
                row.get("type_label", String.class),
                row.get("title", String.class),
                row.get("planned_on", LocalDate.class),
                row.get("held_on", LocalDate.class),
                CheckpointStatus.valueOf(row.get("status", String.class)),
                row.get("recorder_name", String.class),
                row.get("visitor_name", String.class),
                row.get("next_on", LocalDate.class),
                (row.get("leader", Boolean.class) ? 1 : 0) + (row.get("other", Boolean.class) ? 1 : 0),
                row.get("to_sign", Boolean.class));
        return whole.covers(line.schoolUrn()) ? line : line.assured();
    }
}
