package org.uplift.cycle;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CycleMove", description = "A stage to which a cycle can go from where it is.")
record Move(
        Stage stage,

        @Schema(description = "Going back needs a reason") boolean reasonNeeded,

        @Schema(description = "What is still missing; nothing when the way is free")
        List<Blocker> blockers) {

    /** Every move from a stage: onwards first, then back. */
    static List<Move> from(Stage stage, StageGate gate) {
        return Stream.concat(
                        stage.next().stream().map(next -> new Move(next, false, gate.blockers(next))),
                        stage.back().stream().map(back -> new Move(back, true, List.of())))
                .toList();
    }
}
