package org.uplift.concern;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.Seal;
import org.uplift.sealing.SealedKey;

/** A concern about a school. Its words are sealed; what it says of itself in the clear are codes, days and people. */
@Entity
@DynamicUpdate
class Concern implements SchoolOwned {
    @Id
    private UUID id;

    private Integer schoolUrn;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "category_code")
    private ConcernCategory category;

    private @Nullable String sourceCode;
    private boolean restricted;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private ConcernStatus status;

    private UUID raisedBy;
    private String raisedName;
    private Instant raisedAt;
    private LocalDate raisedOn;
    private @Nullable UUID ownerId;
    private @Nullable LocalDate reviewOn;
    private @Nullable UUID closerId;
    private @Nullable String closerName;
    private @Nullable Instant askedToClose;
    private @Nullable String outcomeCode;
    private byte @Nullable [] closingSummary;
    private @Nullable Instant closedAt;
    private @Nullable UUID mergedInto;
    private @Nullable LocalDate retainUntil;
    private boolean legalHold;

    @Embedded
    private SealedKey key;

    private byte[] title;
    private byte[] summary;

    @Version
    private int version;

    protected Concern() {}

    /** Somebody who does something, and when. */
    record Act(UUID personId, String name, Instant at, LocalDate today) {}

    Concern(RaiseConcern wanted, ConcernCategory category, @Nullable String source, KeyRing keys, Act raised) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        schoolUrn = wanted.schoolUrn();
        this.category = category;
        sourceCode = source;
        restricted = category.isRestricted() || Boolean.TRUE.equals(wanted.restricted());
        severity = wanted.severity();
        status = ConcernStatus.OPEN;
        raisedBy = raised.personId();
        raisedName = raised.name();
        raisedAt = raised.at();
        raisedOn = wanted.raisedOn() == null ? raised.today() : wanted.raisedOn();
        if (raisedOn.isAfter(raised.today())) {
            throw Problem.invalid("/raisedOn", "in-future", Words.day(raisedOn) + " is to come; say when it came up.");
        }
        key = keys.newKey(place(id));
        Seal seal = keys.seal(key, place(id));
        title = seal.close(wanted.title().strip(), Part.TITLE.of(id));
        summary = seal.close(wanted.summary().strip(), Part.SUMMARY.of(id));
    }

    /** What of a concern is sealed by itself; each opens in its own place alone. */
    enum Part {
        TITLE,
        SUMMARY,
        CLOSING;

        String of(UUID concern) {
            return place(concern) + "/" + name();
        }
    }

    static String place(UUID concern) {
        return "concern/" + concern;
    }

    void settle(ConcernTerms terms) {
        requireNotClosed();
        ownerId = terms.ownerPersonId();
        reviewOn = terms.reviewOn();
        sourceCode = terms.source();
    }

    void assess(Severity assessed) {
        requireNotClosed();
        if (assessed == severity) {
            throw Problem.conflict("Its severity is " + severity.code() + " already.");
        }
        severity = assessed;
    }

    void move(ConcernStatus to) {
        requireNotClosed();
        if (to == ConcernStatus.CLOSED) {
            throw Problem.invalid("/status", "not-applicable", "It is closed by its closure, with an outcome.");
        }
        if (to == status) {
            throw Problem.conflict("It is " + status.code() + " already.");
        }
        status = to;
    }

    /** Keeps how it is to end, until somebody else agrees. */
    void askToClose(Closing closing, Seal seal, Act act) {
        requireNotClosed();
        if (askedToClose != null) {
            throw Problem.conflict(closerName + " has asked to close it already.");
        }
        end(closing, seal, act);
        askedToClose = act.at();
    }

    /** Gives it back to those who handle it. */
    void keepOpen() {
        if (askedToClose == null || status == ConcernStatus.CLOSED) {
            throw Problem.conflict("Nobody has asked to close it.");
        }
        notEnding();
    }

    void close(Closing closing, Seal seal, Act act) {
        requireNotClosed();
        end(closing, seal, act);
        askedToClose = null;
        closed(act);
    }

    private void end(Closing closing, Seal seal, Act act) {
        if (Words.written(closing.summary()) < Words.SHORTEST_NARRATIVE) {
            throw Problem.invalid(
                    "/summary",
                    "too-short",
                    "Say in " + Words.SHORTEST_NARRATIVE + " characters or more what became of it; these are "
                            + Words.written(closing.summary()) + ".");
        }
        outcomeCode = closing.outcome();
        closingSummary = seal.close(closing.summary().strip(), Part.CLOSING.of(id));
        closerId = act.personId();
        closerName = act.name();
    }

    private void closed(Act act) {
        status = ConcernStatus.CLOSED;
        closedAt = act.at();
        retainUntil = act.today().plusYears(category.retentionYears());
    }

    void reopen() {
        if (status != ConcernStatus.CLOSED) {
            throw Problem.conflict("It is not closed.");
        }
        if (mergedInto != null) {
            throw Problem.conflict("It goes on as another concern; reopen that one.");
        }
        status = ConcernStatus.OPEN;
        closedAt = null;
        retainUntil = null;
        notEnding();
    }

    private void notEnding() {
        outcomeCode = null;
        closingSummary = null;
        closerId = null;
        closerName = null;
        askedToClose = null;
    }

    /** Restricted it is handled by the safeguarding lead who said so; who had it before has it no more. */
    void restrict(boolean wanted, Act act) {
        requireNotClosed();
        if (wanted == restricted) {
            throw Problem.conflict(restricted ? "It is restricted already." : "It is not restricted.");
        }
        if (!wanted && category.isRestricted()) {
            throw Problem.conflict(
                    "Concerns about " + category.label().toLowerCase(java.util.Locale.UK) + " are always restricted.");
        }
        restricted = wanted;
        ownerId = act.personId();
        notEnding();
    }

    /** Ends because another one of the school goes on with it. */
    void mergeInto(Concern other, Act act) {
        requireNotClosed();
        other.requireNotClosed();
        if (other.id.equals(id)) {
            throw Problem.invalid("/into", "itself", "A concern cannot go on as itself.");
        }
        if (!other.schoolUrn.equals(schoolUrn)) {
            throw Problem.invalid("/into", "other-school", "Both have to be of one school.");
        }
        if (other.restricted != restricted) {
            throw Problem.invalid(
                    "/into", "other-readers", "One of them is restricted, the other is not; make them alike first.");
        }
        if (severity.compareTo(other.severity) > 0) {
            throw Problem.conflict("The concern that goes on is less grave; raise its severity to " + severity.code()
                    + " first, or merge that one into this.");
        }
        mergedInto = other.id;
        closerId = act.personId();
        closerName = act.name();
        askedToClose = null;
        closed(act);
    }

    void hold(boolean held) {
        if (held == legalHold) {
            throw Problem.conflict(held ? "It is held already." : "It is not held.");
        }
        legalHold = held;
    }

    void requireNotClosed() {
        if (status == ConcernStatus.CLOSED) {
            throw Problem.conflict("It is closed; reopen it, with a reason, to change it.");
        }
    }

    ConcernTerms terms() {
        return new ConcernTerms(ownerId, reviewOn, sourceCode);
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    ConcernCategory category() {
        return category;
    }

    SealedKey key() {
        return key;
    }

    boolean isRestricted() {
        return restricted;
    }

    Severity severity() {
        return severity;
    }

    ConcernStatus status() {
        return status;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    @Nullable
    UUID ownerId() {
        return ownerId;
    }

    /** Who has asked to close it, while that waits for somebody else. */
    @Nullable
    UUID askedBy() {
        return askedToClose == null ? null : closerId;
    }

    int version() {
        return version;
    }
}
