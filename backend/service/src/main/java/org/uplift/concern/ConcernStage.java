package org.uplift.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.sealing.Seal;

/** A stage of one complaint, from its first day until its outcome. */
@Entity
class ConcernStage implements SchoolOwned {
    @Id
    private UUID id;

    private UUID concernId;
    private Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "stage_code")
    private ComplaintStage stage;

    private LocalDate begunOn;
    private @Nullable LocalDate endedOn;
    private @Nullable String outcomeCode;
    private byte @Nullable [] record;

    @Version
    private int version;

    protected ConcernStage() {}

    ConcernStage(Concern concern, ComplaintStage stage, LocalDate begunOn, LocalDate today) {
        requirePast("/begunOn", begunOn, today);
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        concernId = concern.id();
        schoolUrn = concern.schoolUrn();
        this.stage = stage;
        this.begunOn = begunOn;
    }

    /** Refuses a day on which a step of it cannot have been done. */
    void requireStep(@Nullable LocalDate doneOn, LocalDate today) {
        requireOpen();
        if (doneOn != null) {
            requirePast("/doneOn", doneOn, today);
            if (doneOn.isBefore(begunOn)) {
                throw Problem.invalid(
                        "/doneOn", "before-start", "The stage began on " + Words.day(begunOn) + ", after that day.");
            }
        }
    }

    /** Ends it with its outcome and what is recorded of it. */
    void end(StageOutcome wanted, Seal seal, LocalDate today) {
        requireOpen();
        if (Words.written(wanted.record()) < Words.SHORTEST_NARRATIVE) {
            throw Problem.invalid(
                    "/record",
                    "too-short",
                    "Record in " + Words.SHORTEST_NARRATIVE + " characters or more what was found and said.");
        }
        endedOn = today;
        outcomeCode = wanted.outcome();
        record = seal.close(wanted.recorded(stage.isPanel()), place());
    }

    private void requireOpen() {
        if (endedOn != null) {
            throw Problem.conflict("The stage ended on " + Words.day(endedOn) + ", it can only be read.");
        }
    }

    private static void requirePast(String path, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Problem.invalid(path, "in-future", Words.day(day) + " is to come.");
        }
    }

    String place() {
        return Concern.place(concernId) + "/stage/" + id;
    }

    UUID id() {
        return id;
    }

    UUID concernId() {
        return concernId;
    }

    ComplaintStage stage() {
        return stage;
    }

    boolean isEnded() {
        return endedOn != null;
    }

    int version() {
        return version;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
