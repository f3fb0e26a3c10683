package org.uplift.checkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Checkpoint",
        description =
                "A visit or a review in a cycle. Those who may not record there read the assurance view: its type, dates and"
                        + " status, and once it is signed its summary and judgements; no people, narratives or additions.")
record CheckpointDetail(
        UUID id,
        UUID cycleId,

        @Schema(description = "The planned activity of the timetable that it records") @Nullable
        UUID occurrenceId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(examples = "learning-walk") String type,
        @Schema(examples = "Learning walk") String typeLabel,
        @Nullable String title,
        LocalDate plannedOn,

        @Schema(description = "Absent until it was held") @Nullable
        LocalDate heldOn,

        @Schema(description = "Who began it, and submits it") @Nullable
        UUID recordedById,

        @Nullable String recordedBy,
        @Nullable UUID visitorPersonId,
        @Nullable String visitor,
        @Schema(description = "Who took part") List<ParticipantTerms> participants,

        @Schema(description = "What was seen, all in all") @Nullable
        String summary,

        @Schema(description = "What was seen or shown; absent from the assurance view")
        List<EvidenceLine> evidence,

        @Schema(description = "What was agreed; absent from the assurance view")
        List<NextStepLine> nextSteps,

        @Nullable LocalDate nextOn,
        @Schema(description = "What it looks at, in order") List<FocusSummary> foci,
        CheckpointStatus status,

        @Schema(description = "Two, of different people, once it is signed off")
        List<SignatureLine> signatures,

        @Schema(description = "It waits for your signature") boolean toSign,

        @Schema(description = "What was said after the signatures, oldest first")
        List<AdditionLine> additions,

        @Schema(description = "This is the assurance view") boolean assurance,
        @Schema(description = "Revision, as in the ETag") int version) {

    static CheckpointDetail of(
            Checkpoint checkpoint,
            boolean toSign,
            List<EvidenceLine> evidence,
            List<NextStepLine> nextSteps,
            List<AdditionLine> additions) {
        CheckpointTerms terms = checkpoint.terms();
        Somebody visitor = checkpoint.visitor();
        return new CheckpointDetail(
                checkpoint.id(),
                checkpoint.cycle().id(),
                checkpoint.occurrenceId(),
                checkpoint.schoolUrn(),
                terms.type(),
                checkpoint.type().label(),
                terms.title(),
                terms.plannedOn(),
                terms.heldOn(),
                checkpoint.recorder().personId(),
                checkpoint.recorder().name(),
                terms.visitorPersonId(),
                visitor == null ? null : visitor.name(),
                terms.people(),
                terms.summary(),
                evidence,
                nextSteps,
                terms.nextOn(),
                checkpoint.inOrder().entrySet().stream()
                        .map(focus -> FocusSummary.of(focus.getKey(), focus.getValue()))
                        .toList(),
                checkpoint.status(),
                Stream.of(checkpoint.leaderSignature(), checkpoint.otherSignature())
                        .<Signature>mapMulti((signature, known) -> {
                            if (signature != null) {
                                known.accept(signature);
                            }
                        })
                        .map(SignatureLine::of)
                        .toList(),
                toSign,
                additions,
                false,
                checkpoint.version());
    }

    /** As those see it who assure and do not record. */
    CheckpointDetail assured() {
        boolean signed = status == CheckpointStatus.SIGNED_OFF;
        return new CheckpointDetail(
                id,
                cycleId,
                occurrenceId,
                schoolUrn,
                type,
                typeLabel,
                null,
                plannedOn,
                heldOn,
                null,
                null,
                null,
                null,
                List.of(),
                signed ? summary : null,
                List.of(),
                List.of(),
                nextOn,
                foci.stream().map(focus -> focus.assured(signed)).toList(),
                status,
                List.of(),
                false,
                List.of(),
                true,
                version);
    }
}
