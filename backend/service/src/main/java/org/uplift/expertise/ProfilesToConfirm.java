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

/** The profiles that the caller can confirm: of their school as its headteacher, of the trust as its leader. */
@ApplicationScoped
class ProfilesToConfirm implements WorkSource {
    @Inject
    Experts experts;

    @Inject
    Profiles profiles;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return experts.unconfirmed(most).stream()
                .filter(profiles::confirmsFirst)
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
