package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.uplift.platform.Words;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The terms of office that end, for the clerk. */
@ApplicationScoped
class EndingTerms implements WorkSource {
    @Inject
    CommitteeMembers members;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return members.ending(most).stream()
                .map(member -> WorkItem.of(
                                WorkKind.TERM_OF_OFFICE,
                                "Term of office of " + member.name(),
                                member.standing().code(),
                                why(member),
                                null,
                                null,
                                new Reference(ThingKind.COMMITTEE, member.committeeId(), null))
                        .due(member.until(), today))
                .toList();
    }

    private static String why(CommitteeMember member) {
        LocalDate until = Objects.requireNonNull(member.until(), "An open term does not end");
        return member.standing() == TermStanding.ENDED
                ? "It has ended on " + Words.day(until) + ", and nobody has said what comes after it."
                : "It ends on " + Words.day(until) + ".";
    }
}
