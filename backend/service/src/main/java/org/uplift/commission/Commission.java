package org.uplift.commission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.delegation.Decision;
import org.uplift.expertise.Expert;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.term.TermOfYear;

/** Support for a school, or for one beyond the trust, from the first request to what came of it. */
@Entity
public class Commission implements SchoolOwned {
    private static final Set<CommissionStatus> OPEN_TO_MATCH =
            EnumSet.of(CommissionStatus.REQUESTED, CommissionStatus.MATCHED);
    private static final Set<CommissionStatus> NOT_BEGUN =
            EnumSet.of(CommissionStatus.REQUESTED, CommissionStatus.MATCHED, CommissionStatus.APPROVED);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String title;
    private @Nullable Integer schoolUrn;

    /** Who is supported, where that is nobody of the trust. */
    private @Nullable String beyond;

    private String specialism;
    private String purpose;

    @Enumerated(EnumType.STRING)
    private @Nullable SourceKind sourceKind;

    private @Nullable UUID sourceId;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @ElementCollection
    @CollectionTable(name = "commission_days", joinColumns = @JoinColumn(name = "commission_id"))
    private Set<AgreedDays> days = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commission_measure", joinColumns = @JoinColumn(name = "commission_id"))
    @OrderColumn(name = "position")
    private List<ImpactMeasure> measures = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private CommissionStatus status;

    private UUID requesterId;
    private String requesterName;
    private LocalDate requestedOn;
    private @Nullable UUID expertId;
    private @Nullable UUID expertPersonId;
    private @Nullable UUID partnerId;
    private @Nullable String supporterName;
    private @Nullable Integer supporterUrn;
    private @Nullable String choiceReason;
    private @Nullable BigDecimal cost;
    private @Nullable UUID approvalId;
    private @Nullable String agreement;
    private @Nullable UUID deploymentId;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    @Version
    private int version;

    protected Commission() {}

    Commission(NewCommission wanted, List<ImpactMeasure> measures, Person requester, LocalDate today) {
        title = wanted.title().strip();
        schoolUrn = wanted.schoolUrn();
        beyond = wanted.beyond() == null || wanted.beyond().isBlank()
                ? null
                : wanted.beyond().strip();
        specialism = wanted.specialism();
        purpose = wanted.purpose().strip();
        if (wanted.source() != null) {
            sourceKind = wanted.source().kind();
            sourceId = wanted.source().id();
        }
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
        wanted.days().forEach(one -> days.add(AgreedDays.of(one.termOfYear(), one.days())));
        this.measures.addAll(measures);
        status = CommissionStatus.REQUESTED;
        requesterId = requester.id();
        requesterName = requester.name();
        requestedOn = today;
    }

    /** Somebody of the trust is to give it. */
    void match(Expert expert, @Nullable String reason) {
        requireIn(OPEN_TO_MATCH, "matched");
        expertId = expert.id();
        expertPersonId = expert.personId();
        partnerId = null;
        cost = null;
        supporter(expert.name(), expert.schoolUrn(), reason);
    }

    /** A partner from outside is to give it. */
    void match(Partner partner, BigDecimal price, String reason, LocalDate today) {
        requireIn(OPEN_TO_MATCH, "matched");
        partner.requireDiligence(today);
        expertId = null;
        expertPersonId = null;
        partnerId = partner.id();
        cost = price;
        supporter(partner.name(), null, reason);
    }

    private void supporter(String name, @Nullable Integer urn, @Nullable String reason) {
        supporterName = name;
        supporterUrn = urn;
        choiceReason = reason == null || reason.isBlank() ? null : reason.strip();
        status = CommissionStatus.MATCHED;
    }

    /** It is decided that it is given. */
    void approve(@Nullable UUID approval) {
        requireMatched();
        approvalId = approval;
        status = CommissionStatus.APPROVED;
    }

    /** Refuses with 409 what does not wait for a decision. */
    void requireMatched() {
        requireIn(EnumSet.of(CommissionStatus.MATCHED), "approved");
    }

    /** Says what the two parties agree. */
    void agree(String text) {
        requireIn(EnumSet.of(CommissionStatus.APPROVED), "agreed");
        agreement = text.strip();
    }

    /** The supporter accepts what is agreed, and it begins. */
    void start(LocalDate today) {
        requireIn(EnumSet.of(CommissionStatus.APPROVED), "begun");
        if (agreement == null) {
            throw Problem.conflict("What is agreed has not been written down yet; the school or the trust does that.");
        }
        if (endsOn.isBefore(today)) {
            throw Problem.conflict("It was to end on " + Words.day(endsOn) + "; ask for it again with other dates.");
        }
        startedOn = today;
        status = CommissionStatus.ACTIVE;
    }

    void deployed(UUID membership) {
        deploymentId = membership;
    }

    /** Nobody gives it, with the reason. */
    void decline(String reason, LocalDate today) {
        requireIn(NOT_BEGUN, "declined");
        end(CommissionStatus.DECLINED, reason, today);
    }

    /** It is not wanted any more, with the reason. */
    void cancel(String reason, LocalDate today) {
        requireIn(
                EnumSet.of(
                        CommissionStatus.REQUESTED,
                        CommissionStatus.MATCHED,
                        CommissionStatus.APPROVED,
                        CommissionStatus.ACTIVE),
                "cancelled");
        end(CommissionStatus.CANCELLED, reason, today);
    }

    private void end(CommissionStatus outcome, String reason, LocalDate today) {
        status = outcome;
        endReason = reason.strip();
        endedOn = today;
    }

    /** Both parties have looked back. */
    void complete(Set<Party> reviewed, LocalDate today) {
        requireActive("completed");
        if (reviewed.size() < Party.values().length) {
            String missing = reviewed.contains(Party.SCHOOL)
                    ? "of the supporter"
                    : reviewed.contains(Party.SUPPORTER) ? "of the school" : "of both parties";
            throw Problem.conflict("The impact review " + missing + " is missing.");
        }
        status = CommissionStatus.COMPLETED;
        endedOn = today;
    }

    /** Refuses with 409 what is not under way. */
    void requireActive(String doing) {
        requireIn(EnumSet.of(CommissionStatus.ACTIVE), doing);
    }

    /** Takes over a change on which both parties agree. */
    void take(Change change) {
        requireActive("changed");
        LocalDate end = change.endsOn();
        TermOfYear term = change.term();
        BigDecimal wanted = change.days();
        if (end != null) {
            if (end.isBefore(startsOn)) {
                throw Problem.conflict("It begins on " + Words.day(startsOn) + ", after that day.");
            }
            endsOn = end;
        }
        if (term != null && wanted != null) {
            if (term.lastDay().isBefore(startsOn) || term.firstDay().isAfter(endsOn)) {
                throw Problem.conflict(Words.capital(term.words()) + " has no day from " + Words.day(startsOn) + " to "
                        + Words.day(endsOn) + ".");
            }
            days.removeIf(one -> one.termOfYear().equals(term));
            days.add(AgreedDays.of(term, wanted));
        }
        // What was promised for a term that it does not reach any more is free again.
        days.removeIf(one -> one.termOfYear().firstDay().isAfter(endsOn));
        if (change.cost() != null) {
            cost = change.cost();
        }
    }

    private void requireIn(Set<CommissionStatus> needed, String doing) {
        if (!needed.contains(status)) {
            throw Problem.conflict("It is " + status.code() + ", and cannot be " + doing + " any more or yet.");
        }
    }

    /** Whether it is known who is to give it. */
    boolean supporterNamed() {
        return supporterName != null;
    }

    /** What the scheme of delegation decides on it. */
    Decision decision() {
        return partnerId == null ? Decision.INTERNAL_COMMISSION : Decision.EXTERNAL_COMMISSION;
    }

    /** How many days are agreed for a term; 0 where there are none. */
    BigDecimal agreed(TermOfYear term) {
        return days.stream()
                .filter(one -> one.termOfYear().equals(term))
                .map(AgreedDays::days)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** The days by term, in their order. */
    List<AgreedDays> days() {
        return days.stream()
                .sorted(Comparator.comparingInt(AgreedDays::academicYear).thenComparingInt(AgreedDays::term))
                .toList();
    }

    List<ImpactMeasure> measures() {
        return List.copyOf(measures);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    String specialism() {
        return specialism;
    }

    String purpose() {
        return purpose;
    }

    @Nullable
    SourceKind sourceKind() {
        return sourceKind;
    }

    @Nullable
    UUID sourceId() {
        return sourceId;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    CommissionStatus status() {
        return status;
    }

    UUID requesterId() {
        return requesterId;
    }

    @Nullable
    UUID expertId() {
        return expertId;
    }

    @Nullable
    UUID expertPersonId() {
        return expertPersonId;
    }

    @Nullable
    UUID partnerId() {
        return partnerId;
    }

    @Nullable
    Integer supporterUrn() {
        return supporterUrn;
    }

    @Nullable
    String choiceReason() {
        return choiceReason;
    }

    @Nullable
    BigDecimal cost() {
        return cost;
    }

    @Nullable
    UUID approvalId() {
        return approvalId;
    }

    @Nullable
    String agreement() {
        return agreement;
    }

    @Nullable
    LocalDate startedOn() {
        return startedOn;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    int version() {
        return version;
    }
}
