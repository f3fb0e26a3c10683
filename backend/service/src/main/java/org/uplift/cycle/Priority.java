package org.uplift.cycle;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** Something that a cycle wants to improve, why, and who leads it. */
@Entity
public class Priority implements SchoolOwned {
    private static final int MOST_EVIDENCE = 100;
    private static final int LONGEST_RATIONALE = 5000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Cycle cycle;

    private @Nullable Integer schoolUrn;
    private int position;
    private String title;
    private @Nullable String area;
    private @Nullable String rationale;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person lead;

    private @Nullable String leadRole;
    private @Nullable UUID contributesTo;
    private @Nullable UUID carriedFrom;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    @ElementCollection
    @CollectionTable(name = "evidence", joinColumns = @JoinColumn(name = "priority_id"))
    @MapKeyColumn(name = "id")
    @Fetch(FetchMode.SUBSELECT)
    private Map<UUID, Evidence> evidence = new HashMap<>();

    @Version
    private int version;

    protected Priority() {}

    Priority(Cycle cycle, PriorityTerms terms, @Nullable Person lead, int position) {
        cycle.requireOpen();
        this.cycle = cycle;
        schoolUrn = cycle.schoolUrn();
        take(terms, lead, position);
    }

    /**
     * The priority that goes on with this one in another cycle: why, who leads it and what it rests on stay.
     *
     * @param lessons what was learnt, which becomes part of the reasons
     * @param result how it came out, which becomes part of the evidence
     */
    public Priority carriedTo(Cycle next, @Nullable String lessons, String result, int place) {
        Priority carried = new Priority(
                next, new PriorityTerms(title, area, reasons(lessons), null, leadRole, null, place), lead, place);
        carried.carriedFrom = id;
        carried.rest(new NewEvidence(EvidenceKind.NOTE, null, result));
        evidence.values().stream()
                .limit(MOST_EVIDENCE - 1)
                .forEach(one -> carried.rest(new NewEvidence(one.kind(), one.reference(), one.label())));
        return carried;
    }

    private @Nullable String reasons(@Nullable String lessons) {
        if (lessons == null) {
            return rationale;
        }
        String learnt = "Carried forward from " + cycle.academicYear() + ": " + lessons;
        String room = rationale == null
                ? ""
                : rationale.substring(0, Math.min(rationale.length(), LONGEST_RATIONALE - learnt.length() - 2));
        return room.isBlank() ? learnt : room + "\n\n" + learnt;
    }

    /** Takes what people say now; the lead is the person whom the terms name. */
    void change(PriorityTerms terms, @Nullable Person leading, int place) {
        requireOpen();
        take(terms, leading, place);
    }

    private void take(PriorityTerms terms, @Nullable Person leading, int place) {
        if (leading != null && terms.leadRole() != null) {
            throw Problem.invalid("/leadRole", "two-leads", "The lead is a person or a role, not both.");
        }
        title = terms.title().strip();
        area = terms.area();
        rationale = terms.rationale();
        lead = leading;
        leadRole = terms.leadRole();
        contributesTo = terms.contributesTo();
        position = place;
    }

    /** Takes its place in the order of the cycle. */
    void place(int place) {
        position = place;
    }

    /** Ends it before the cycle does. What belongs to it stays known, and no gate asks for it any more. */
    void end(String reason, LocalDate today) {
        requireOpen();
        endedOn = today;
        endReason = reason.strip();
    }

    /** Refuses with 409 to change what is ended, and anything of a closed cycle. */
    public void requireOpen() {
        cycle.requireOpen();
        if (endedOn != null) {
            throw Problem.conflict("The priority was ended on " + Words.day(endedOn) + ", it can only be read.");
        }
    }

    /** Adds evidence and gives its id. */
    UUID rest(NewEvidence wanted) {
        requireOpen();
        if (evidence.size() >= MOST_EVIDENCE) {
            throw Problem.conflict("A priority holds " + MOST_EVIDENCE + " pieces of evidence at most.");
        }
        UUID key = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        evidence.put(key, new Evidence(schoolUrn, wanted));
        return key;
    }

    /** The evidence with this id, or 404. */
    Evidence evidence(UUID key) {
        Evidence found = evidence.get(key);
        if (found == null) {
            throw Problem.notFound();
        }
        return found;
    }

    /** Takes evidence away. */
    void drop(UUID key) {
        requireOpen();
        evidence.remove(key);
    }

    PriorityTerms terms() {
        return new PriorityTerms(
                title, area, rationale, lead == null ? null : lead.id(), leadRole, contributesTo, position);
    }

    /** As it is told; see {@link Priorities#summary}. */
    PrioritySummary summary(boolean readsConcerns) {
        return new PrioritySummary(
                id,
                cycle.id(),
                cycle.academicYear(),
                schoolUrn,
                position,
                title,
                area,
                rationale,
                lead == null ? null : lead.id(),
                lead == null ? null : lead.name(),
                leadRole,
                contributesTo,
                carriedFrom,
                endedOn,
                endReason,
                evidence.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(UUID::toString)))
                        .map(entry -> EvidenceSummary.of(entry.getKey(), entry.getValue(), readsConcerns))
                        .toList(),
                version);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    public Cycle cycle() {
        return cycle;
    }

    public String title() {
        return title;
    }

    /** The priority of the trust that it contributes to. */
    public @Nullable UUID contributesTo() {
        return contributesTo;
    }

    /** Whether it is still carried out. */
    public boolean isOpen() {
        return endedOn == null;
    }

    int position() {
        return position;
    }

    int version() {
        return version;
    }
}
