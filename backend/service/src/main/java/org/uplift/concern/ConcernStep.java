package org.uplift.concern;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;

/** When a step of a stage of a complaint was done. */
@Entity
class ConcernStep implements SchoolOwned {
    /** Which step of which stage. */
    @Embeddable
    record Key(UUID stageId, String stepCode) implements Serializable {}

    @EmbeddedId
    private Key key;

    private UUID concernId;
    private Integer schoolUrn;
    private @Nullable LocalDate doneOn;

    protected ConcernStep() {}

    ConcernStep(ConcernStage stage, String step) {
        key = new Key(stage.id(), step);
        concernId = stage.concernId();
        schoolUrn = stage.schoolUrn();
    }

    void doneOn(@Nullable LocalDate day) {
        doneOn = day;
    }

    UUID concernId() {
        return concernId;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
