package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.cycle.ActionStatus;
import org.uplift.platform.Problem;

/** What the checkpoints agreed on that the caller may read in full. */
@ApplicationScoped
class NextSteps extends ScopedRepository<NextStep, UUID> {
    private static final int MOST = 50;

    private static final String LINES = """
            select n.id, n.title, n.lead, n.due_on, n.action_id, a.status, a.ended_on
            from next_step n join action a on a.id = n.action_id
            where n.checkpoint_id = :checkpoint and {scope:n.school_urn}
            order by n.id limit 50
            """;

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.RECORD_CHECKPOINTS;
    }

    /** Those of a checkpoint, in the order in which they were agreed. */
    List<NextStepLine> of(UUID checkpoint) {
        return sql.rows(permission(), LINES, Map.of("checkpoint", checkpoint)).stream()
                .map(NextSteps::line)
                .toList();
    }

    /** One as it reads today. */
    NextStepLine line(NextStep step) {
        return of(step.checkpointId()).stream()
                .filter(line -> line.id().equals(step.id()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** One of a checkpoint, or 404. */
    NextStep of(UUID checkpoint, UUID id) {
        NextStep step = readable(id);
        if (!step.checkpointId().equals(checkpoint)) {
            throw Problem.notFound();
        }
        return step;
    }

    /** Refuses with 409 one more than a checkpoint holds. */
    void requireRoom(UUID checkpoint) {
        if (of(checkpoint).size() >= MOST) {
            throw Problem.conflict("A checkpoint holds " + MOST + " next steps at most.");
        }
    }

    private static NextStepLine line(Tuple row) {
        return new NextStepLine(
                row.get("id", UUID.class),
                row.get("title", String.class),
                row.get("lead", String.class),
                row.get("due_on", LocalDate.class),
                row.get("action_id", UUID.class),
                ActionStatus.valueOf(row.get("status", String.class)),
                row.get("ended_on", LocalDate.class));
    }
}
