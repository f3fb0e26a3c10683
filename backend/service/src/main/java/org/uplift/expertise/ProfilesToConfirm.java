package org.uplift.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/**
 * The profiles that wait for the caller: those of their school for its headteacher; for a trust leader those of who works for the
 * trust, and of schools in which no headteacher can, as for the headteacher's own.
 */
@ApplicationScoped
class ProfilesToConfirm implements WorkSource {
    @Inject
    Experts experts;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return experts.toConfirm(most).stream()
                .map(expert -> WorkItem.of(
                        WorkKind.EXPERT_TO_CONFIRM,
                        expert.name(),
                        "unconfirmed",
                        "Offers " + Words.figure(expert.daysPerTerm()) + " days in a term; say that it is so.",
                        expert.schoolUrn(),
                        expert.schoolName(),
                        new Reference(ThingKind.EXPERT, expert.id(), null)))
                .toList();
    }
}
