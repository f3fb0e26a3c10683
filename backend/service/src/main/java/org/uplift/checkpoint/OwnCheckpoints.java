package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The drafts that the caller is to record, and what waits for the caller's signature. */
@ApplicationScoped
class OwnCheckpoints implements WorkSource {
    private static final int DAYS_AHEAD = 14;

    @Inject
    Checkpoints checkpoints;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return Stream.concat(
                        checkpoints.toSign(most).stream()
                                .map(one -> item(WorkKind.CHECKPOINT_TO_SIGN, one, submitted(one))),
                        checkpoints.toRecord(today.plusDays(DAYS_AHEAD), most).stream()
                                .map(one -> item(WorkKind.CHECKPOINT_TO_RECORD, one, drafted(one))
                                        .due(one.plannedOn(), today)))
                .limit(most)
                .toList();
    }

    private static WorkItem item(WorkKind kind, CheckpointSummary one, String reason) {
        return WorkItem.of(
                kind,
                one.title() == null ? one.typeLabel() : one.typeLabel() + ": " + one.title(),
                one.status().code(),
                reason,
                one.schoolUrn(),
                one.schoolName(),
                new Reference(ThingKind.CHECKPOINT, one.id(), one.cycleId()));
    }

    private static String drafted(CheckpointSummary one) {
        LocalDate held = one.heldOn();
        return held == null
                ? "Planned for " + Words.day(one.plannedOn()) + "."
                : "Held on " + Words.day(held) + ", and not submitted yet.";
    }

    private static String submitted(CheckpointSummary one) {
        return one.recordedBy() == null
                ? "It waits for your signature."
                : one.recordedBy() + " recorded it; it waits for your signature.";
    }
}
