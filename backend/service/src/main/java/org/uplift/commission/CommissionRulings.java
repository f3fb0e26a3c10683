package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.uplift.delegation.Approval;
import org.uplift.delegation.DecidedInMeeting;
import org.uplift.delegation.Decision;
import org.uplift.delegation.Outcome;
import org.uplift.notification.NotificationKind;

/** What is decided on commissions: by those who decide alone, and by committees, whose clerk records it and reads none. */
@ApplicationScoped
class CommissionRulings {
    @Inject
    EntityManager entities;

    @Inject
    CommissionNews news;

    @Inject
    Clock clock;

    void decided(@Observes DecidedInMeeting ruling) {
        Approval approval = ruling.approval();
        if (approval.decision() != Decision.INTERNAL_COMMISSION
                && approval.decision() != Decision.EXTERNAL_COMMISSION) {
            return;
        }
        Commission commission = Objects.requireNonNull(
                entities.find(Commission.class, approval.subjectId()), "A commission is never deleted");
        take(commission, approval, ruling.outcome(), ruling.reason(), ruling.words() + "the support");
    }

    /** Carries a decision out: approved, or declined with its reason. */
    void take(Commission commission, Approval approval, Outcome outcome, String reason, String words) {
        commission.requireMatched();
        if (outcome == Outcome.APPROVED) {
            commission.approve(approval.id());
        } else {
            commission.decline(reason, LocalDate.now(clock));
        }
        entities.flush();
        news.record(commission, words, reason.isBlank() ? null : reason);
        news.tellSchool(commission, NotificationKind.APPROVAL_DECIDED, outcome.code());
        news.tellSupporter(commission, NotificationKind.APPROVAL_DECIDED, outcome.code());
    }
}
