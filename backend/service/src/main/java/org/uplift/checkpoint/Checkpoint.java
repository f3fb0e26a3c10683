package org.uplift.checkpoint;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.cycle.Cycle;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/**
 * A visit or a review in a cycle. It is a draft until who recorded it submits it, and stays as it is once two people have
 * signed.
 */
@Entity
class Checkpoint implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Cycle cycle;

    private @Nullable Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "type_code")
    private CheckpointType type;

    /** The planned activity of the timetable that it records. */
    private @Nullable UUID occurrenceId;

    private @Nullable String title;
    private LocalDate plannedOn;
    private @Nullable LocalDate heldOn;

    @Embedded
    @AttributeOverride(name = "personId", column = @Column(name = "recorder_id"))
    @AttributeOverride(name = "name", column = @Column(name = "recorder_name"))
    private Somebody recorder;

    @Embedded
    @AttributeOverride(name = "personId", column = @Column(name = "visitor_id"))
    @AttributeOverride(name = "name", column = @Column(name = "visitor_name"))
    private @Nullable Somebody visitor;

    @ElementCollection
    @CollectionTable(name = "participant", joinColumns = @JoinColumn(name = "checkpoint_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<Participant> participants = new ArrayList<>();

    private @Nullable String summary;
    private @Nullable LocalDate nextOn;

    @ElementCollection
    @CollectionTable(name = "focus", joinColumns = @JoinColumn(name = "checkpoint_id"))
    @MapKeyColumn(name = "reference_id")
    @Fetch(FetchMode.SUBSELECT)
    private Map<UUID, Focus> foci = new HashMap<>();

    @Enumerated(EnumType.STRING)
    private CheckpointStatus status;

    /** Of a leader of the school; for a checkpoint of the trust, of the trust. */
    @Embedded
    @AttributeOverride(name = "personId", column = @Column(name = "leader_id"))
    @AttributeOverride(name = "name", column = @Column(name = "leader_name"))
    @AttributeOverride(name = "at", column = @Column(name = "leader_signed_at"))
    private @Nullable Signature leader;

    /** Of the visitor, or of another leader where no visitor has an account. */
    @Embedded
    @AttributeOverride(name = "personId", column = @Column(name = "other_id"))
    @AttributeOverride(name = "name", column = @Column(name = "other_name"))
    @AttributeOverride(name = "at", column = @Column(name = "other_signed_at"))
    private @Nullable Signature other;

    @Version
    private int version;

    protected Checkpoint() {}

    Checkpoint(Cycle cycle, Somebody recorder, CheckpointContent content) {
        cycle.requireOpen();
        this.cycle = cycle;
        schoolUrn = cycle.schoolUrn();
        this.recorder = recorder;
        status = CheckpointStatus.DRAFT;
        take(content);
    }

    /** Says which planned activity of the timetable it records. */
    void records(@Nullable UUID occurrence) {
        occurrenceId = occurrence;
    }

    @Nullable
    UUID occurrenceId() {
        return occurrenceId;
    }

    /** Takes what people say now. */
    void change(CheckpointContent content) {
        requireDraft();
        take(content);
    }

    private void take(CheckpointContent content) {
        CheckpointTerms terms = content.terms();
        type = content.type();
        title = blankToNull(terms.title());
        plannedOn = terms.plannedOn();
        heldOn = terms.heldOn();
        visitor = content.visitor();
        summary = terms.summary();
        nextOn = terms.nextOn();
        if (!participants.equals(content.participants())) {
            participants.clear();
            participants.addAll(content.participants());
        }
        foci.keySet().retainAll(content.foci().keySet());
        content.foci().forEach((reference, focus) -> {
            if (!focus.equals(foci.get(reference))) {
                foci.put(reference, focus);
            }
        });
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Hands it in for its signatures. Refuses with 422 everything that is missing, each with its path. */
    void submit(Somebody person, Map<UUID, String> labels) {
        requireDraft();
        if (!person.personId().equals(recorder.personId())) {
            throw Problem.forbidden(recorder.name() + " recorded this checkpoint, and submits it.");
        }
        List<FieldError> missing = missing();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        foci.replaceAll((reference, focus) -> new Focus(
                schoolUrn,
                focus.position(),
                focus.kind(),
                labels.getOrDefault(reference, focus.label()),
                focus.judgement(),
                focus.narrative()));
        status = CheckpointStatus.SUBMITTED;
    }

    private List<FieldError> missing() {
        List<FieldError> missing = new ArrayList<>();
        if (heldOn == null) {
            missing.add(new FieldError("/heldOn", "required", "Say on which day it was held."));
        }
        if (foci.isEmpty()) {
            missing.add(
                    new FieldError("/foci", "required", "It looks at nothing; add a priority, a target or an action."));
        }
        int at = 0;
        for (Focus focus : inOrder().values()) {
            String path = "/foci/" + at++;
            if (focus.judgement() == null) {
                missing.add(new FieldError(
                        path + "/judgement", "required", "\"" + focus.label() + "\" has no judgement yet."));
            }
            int written = Words.written(focus.narrative());
            if (written < Words.SHORTEST_NARRATIVE) {
                missing.add(new FieldError(
                        path + "/narrative",
                        written == 0 ? "required" : "too-short",
                        "The narrative of \"" + focus.label() + "\" has " + written + " characters, at least "
                                + Words.SHORTEST_NARRATIVE + " are needed."));
            }
        }
        return missing;
    }

    /** Signs it; the second of two people freezes it. */
    void sign(Signer signer, Instant now) {
        requireSubmitted();
        if (hasSigned(signer.person())) {
            throw Problem.conflict("You have signed already; another person's signature is missing.");
        }
        if (!awaits(signer)) {
            throw Problem.forbidden("The signature of " + awaited() + " is missing.");
        }
        Signature signature =
                new Signature(signer.person().personId(), signer.person().name(), now);
        if (!isVisitor(signer.person()) && signer.leads() && leader == null) {
            leader = signature;
        } else {
            other = signature;
        }
        if (leader != null && other != null) {
            status = CheckpointStatus.SIGNED_OFF;
        }
    }

    /**
     * Whether it waits for somebody's signature: the visitor's, a leader's of the school, and without a visitor who has an
     * account a second leader's.
     */
    boolean awaits(Signer signer) {
        return status == CheckpointStatus.SUBMITTED
                && !hasSigned(signer.person())
                && (isVisitor(signer.person())
                        || signer.leads() && leader == null
                        || visitor == null && other == null && (signer.leads() || signer.leadsTrust()));
    }

    private boolean isVisitor(Somebody person) {
        return visitor != null && visitor.personId().equals(person.personId());
    }

    private boolean hasSigned(Somebody person) {
        return isBy(leader, person) || isBy(other, person);
    }

    private static boolean isBy(@Nullable Signature signature, Somebody person) {
        return signature != null && signature.personId().equals(person.personId());
    }

    /** Whose signature is missing, in words. */
    private String awaited() {
        String leading = schoolUrn == null ? "a leader of the trust" : "a leader of the school";
        String second = visitor == null ? "another leader" : visitor.name() + ", who visited,";
        if (leader == null && other == null) {
            return leading + " and of " + second;
        }
        return leader == null ? leading : second;
    }

    /** Goes back to its draft; whoever has signed signs again. */
    void giveBack() {
        requireSubmitted();
        leader = null;
        other = null;
        status = CheckpointStatus.DRAFT;
    }

    /** Refuses with 409 what only a draft allows. */
    void requireDraft() {
        cycle.requireOpen();
        if (status == CheckpointStatus.SUBMITTED) {
            throw Problem.conflict(
                    "The checkpoint is submitted; return it with a reason, and it can be changed and submitted again.");
        }
        requireUnsigned();
    }

    private void requireSubmitted() {
        cycle.requireOpen();
        requireUnsigned();
        if (status == CheckpointStatus.DRAFT) {
            throw Problem.conflict("The checkpoint is a draft; who recorded it submits it first.");
        }
    }

    private void requireUnsigned() {
        if (status == CheckpointStatus.SIGNED_OFF) {
            throw Problem.conflict(
                    "The checkpoint is signed off: it can be added to, and no longer changed, returned or deleted.");
        }
    }

    /** Refuses with 409 to add to what can still be changed. */
    void requireSigned() {
        if (status != CheckpointStatus.SIGNED_OFF) {
            throw Problem.conflict("Additions are for signed checkpoints; this one can still be changed itself.");
        }
    }

    CheckpointTerms terms() {
        return new CheckpointTerms(
                type.code(),
                title,
                plannedOn,
                heldOn,
                visitor == null ? null : visitor.personId(),
                participants.stream().map(ParticipantTerms::of).toList(),
                summary,
                nextOn,
                inOrder().entrySet().stream()
                        .map(focus -> FocusTerms.of(focus.getKey(), focus.getValue()))
                        .toList());
    }

    /** What it looks at, in its order. */
    Map<UUID, Focus> inOrder() {
        Map<UUID, Focus> ordered = new LinkedHashMap<>();
        foci.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Focus::position)))
                .forEach(focus -> ordered.put(focus.getKey(), focus.getValue()));
        return ordered;
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    Reference reference() {
        return new Reference(ThingKind.CHECKPOINT, id, cycle.id());
    }

    /** Who recorded it and who visited. */
    Set<UUID> writers() {
        Set<UUID> writers = new HashSet<>();
        writers.add(recorder.personId());
        if (visitor != null) {
            writers.add(visitor.personId());
        }
        return writers;
    }

    Cycle cycle() {
        return cycle;
    }

    CheckpointType type() {
        return type;
    }

    Somebody recorder() {
        return recorder;
    }

    @Nullable
    Somebody visitor() {
        return visitor;
    }

    /** The day on which it was held, or is planned for. */
    LocalDate dated() {
        return heldOn == null ? plannedOn : heldOn;
    }

    CheckpointStatus status() {
        return status;
    }

    @Nullable
    Signature leaderSignature() {
        return leader;
    }

    @Nullable
    Signature otherSignature() {
        return other;
    }

    int version() {
        return version;
    }

    /** How it is called in messages. */
    String label() {
        return type.label() + (title == null ? "" : " \"" + title + "\"");
    }
}
