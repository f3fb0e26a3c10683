package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The concerns that wait for the caller, and what they are to do about others. None of what people wrote stands here. */
@ApplicationScoped
class OwnConcerns implements WorkSource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernActions actions;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return Stream.concat(
                        concerns.waiting(most).stream().map(concern -> item(concern, today)),
                        actions.ledBy(caller.personId(), most).stream().map(action -> item(action, today)))
                .limit(most)
                .toList();
    }

    private static WorkItem item(ConcernSummary concern, LocalDate today) {
        boolean toClose = concern.closingAsked() && concern.closable();
        return WorkItem.of(
                        toClose ? WorkKind.CONCERN_TO_CLOSE : WorkKind.CONCERN,
                        concern.restricted()
                                ? "Restricted concern " + concern.reference()
                                : concern.categoryLabel() + ", " + concern.reference(),
                        concern.severity().code(),
                        toClose ? concern.closedBy() + " asks for your agreement to close it." : why(concern),
                        concern.schoolUrn(),
                        concern.schoolName(),
                        reference(concern.id()))
                .due(first(concern), today);
    }

    /** The first day on which something of it is due. */
    private static @Nullable LocalDate first(ConcernSummary concern) {
        return Stream.of(concern.ownerDueOn(), concern.deadlineOn(), concern.nextActionOn(), concern.reviewOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String why(ConcernSummary concern) {
        if (concern.deadline() != null && concern.deadlineOn() != null) {
            return concern.deadline() + " by " + Words.day(concern.deadlineOn()) + ".";
        }
        if (concern.ownerPersonId() == null) {
            return concern.ownerDueOn() == null
                    ? "Nobody owns it yet."
                    : "It needs an owner by " + Words.day(concern.ownerDueOn()) + ".";
        }
        LocalDate review = concern.reviewOn();
        return review == null
                ? concern.ownerName() + " owns it; no day of review is set."
                : concern.ownerName() + " owns it; it is looked at again on " + Words.day(review) + ".";
    }

    private static WorkItem item(ConcernAction action, LocalDate today) {
        return WorkItem.of(
                        WorkKind.CONCERN_ACTION,
                        "Action for concern " + ConcernReference.of(action.concernId()),
                        "open",
                        "You lead it; open the concern to read what is to be done.",
                        action.schoolUrn(),
                        null,
                        reference(action.concernId()))
                .due(action.dueOn(), today);
    }

    private static Reference reference(UUID concern) {
        return new Reference(ThingKind.CONCERN, concern, null);
    }
}
