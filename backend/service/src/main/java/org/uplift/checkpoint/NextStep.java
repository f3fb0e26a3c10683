package org.uplift.checkpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** What a checkpoint agreed on, as it was agreed. Its action goes on from there. */
@Entity
@Immutable
class NextStep implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID checkpointId;
    private UUID actionId;
    private @Nullable Integer schoolUrn;
    private String title;
    private @Nullable String lead;
    private @Nullable LocalDate dueOn;

    protected NextStep() {}

    /** Agrees on an action. */
    NextStep(Checkpoint checkpoint, UUID action, NextStepTerms terms, @Nullable String lead) {
        checkpoint.requireDraft();
        checkpointId = checkpoint.id();
        actionId = action;
        schoolUrn = checkpoint.schoolUrn();
        title = terms.title().strip();
        this.lead = lead;
        dueOn = terms.dueOn();
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    UUID checkpointId() {
        return checkpointId;
    }

    UUID actionId() {
        return actionId;
    }

    String title() {
        return title;
    }
}
