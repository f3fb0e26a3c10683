package org.uplift.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** What waits for a decision on which the caller is consulted, and of which they have said nothing yet. */
@ApplicationScoped
class OwnConsultations implements WorkSource {
    @Inject
    Approvals approvals;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return approvals.consulting(most).stream()
                .map(approval -> WorkItem.of(
                        WorkKind.CONSULTATION,
                        approval.title(),
                        approval.status().code(),
                        approval.requester() + " asked for approval, and you are consulted.",
                        approval.schoolUrn(),
                        null,
                        approval.decision().reference(approval.subjectId())))
                .toList();
    }
}
