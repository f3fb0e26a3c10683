package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.thing.Reference;

/**
 * Tells those whom the scheme of delegation names: who is consulted when something is asked for, who is informed when it is decided. People
 * are notified; a committee finds it on the agenda of its next meeting, too.
 */
@ApplicationScoped
public class Informing {
    @Inject
    Scheme scheme;

    @Inject
    Notices notices;

    @Inject
    Notifications notifications;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** Tells those who are consulted that something was asked for, where they may know by whom. */
    public void asked(Approval approval) {
        if (approval.isWithheld()) {
            return;
        }
        tell(
                approval.rule().consulted(),
                NotificationKind.APPROVAL_CONSULTED,
                approval.decision().reference(approval.subjectId()),
                approval.schoolUrn(),
                null);
    }

    /** Tells those who are informed what became of a request, where they may know of it. */
    public void of(Approval approval) {
        if (approval.isWithheld()) {
            return;
        }
        String outcome = approval.status().code();
        decided(
                approval.rule(),
                approval.subjectId(),
                approval.schoolUrn(),
                approval.title() + ", " + outcome + " by " + approval.body().words(),
                outcome);
    }

    /** Tells those who are informed of what the caller has decided alone. */
    public void alone(Decision decision, UUID subject, @Nullable Integer schoolUrn, String title) {
        scheme.rule(decision, LocalDate.now(clock))
                .ifPresent(rule -> decided(
                        rule,
                        subject,
                        schoolUrn,
                        title + ", decided by " + rule.decides().words(),
                        ApprovalStatus.APPROVED.code()));
    }

    /**
     * Tells those who are informed that a concern is closed that is not restricted: people who may read it of the concern, a committee that
     * one was closed, and no more.
     */
    public void closed(Decision decision, UUID concern, @Nullable Integer schoolUrn) {
        scheme.rule(decision, LocalDate.now(clock)).ifPresent(rule -> {
            tell(
                    rule.informed().stream().filter(body -> !body.meets()).toList(),
                    NotificationKind.CONCERN_CLOSED,
                    decision.reference(concern),
                    schoolUrn,
                    null);
            note(
                    rule,
                    concern,
                    schoolUrn,
                    decision.words() + ", agreed by " + rule.decides().words(),
                    null);
        });
    }

    private void decided(DelegationRule rule, UUID subject, @Nullable Integer schoolUrn, String what, String outcome) {
        tell(rule.informed(), NotificationKind.DECISION_TAKEN, rule.decision().reference(subject), schoolUrn, outcome);
        note(rule, subject, schoolUrn, what, rule.decision().page(subject));
    }

    private void tell(
            List<Body> bodies,
            NotificationKind kind,
            Reference subject,
            @Nullable Integer schoolUrn,
            @Nullable String detail) {
        Set<UUID> whom = bodies.stream()
                .flatMap(body -> body.members(people, schoolUrn, today()).stream())
                .collect(Collectors.toSet());
        notifications.tell(whom, kind, subject, schoolUrn, detail);
    }

    private void note(
            DelegationRule rule, UUID subject, @Nullable Integer schoolUrn, String what, @Nullable String page) {
        rule.informed().stream()
                .filter(Body::meets)
                .flatMap(body -> body.committees(people, schoolUrn, today()).stream())
                .distinct()
                .forEach(committee -> notices.persist(new Notice(committee, what, page, subject, clock.instant())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
