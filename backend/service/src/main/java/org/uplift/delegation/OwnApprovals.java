package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Words;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** What waits for the caller to decide it. */
@ApplicationScoped
class OwnApprovals implements WorkSource {
    @Inject
    Approvals approvals;

    @Inject
    Clock clock;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        PageRequest first = new PageRequest();
        first.pageSize = most;
        return approvals.forCaller(ApprovalStatus.WAITING, first).results().stream()
                // A committee decides in a meeting, where it comes on the agenda.
                .filter(approval -> !approval.decides().meets())
                .map(approval -> WorkItem.of(
                        WorkKind.APPROVAL,
                        approval.title(),
                        approval.status().code(),
                        asked(approval),
                        approval.schoolUrn(),
                        null,
                        approval.decision().reference(approval.subjectId())))
                .toList();
    }

    private String asked(ApprovalSummary approval) {
        String when = Words.day(LocalDate.ofInstant(approval.requestedAt(), clock.getZone()));
        return approval.requester() + " asked for approval on " + when
                + (approval.comment() == null ? "." : ": " + approval.comment());
    }
}
