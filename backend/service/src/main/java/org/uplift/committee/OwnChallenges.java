package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** The challenges that the caller answers, says the committee's word of, or, as its clerk, has to see answered. */
@ApplicationScoped
class OwnChallenges implements WorkSource {
    @Inject
    Challenges challenges;

    @Inject
    Caller caller;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        return challenges.waiting(most).stream()
                .flatMap(challenge -> Stream.ofNullable(item(challenge, today)))
                .toList();
    }

    private @Nullable WorkItem item(ChallengeSummary challenge, LocalDate today) {
        if (challenge.mayJudge()) {
            return item(
                    WorkKind.CHALLENGE_TO_JUDGE,
                    challenge,
                    challenge.askedName() + " has answered; is the committee satisfied?");
        }
        boolean waits = challenge.status() == ChallengeStatus.OPEN || challenge.status() == ChallengeStatus.OVERDUE;
        if (waits && challenge.mayAnswer()) {
            return item(
                            WorkKind.CHALLENGE,
                            challenge,
                            challenge.askedBy() + " asks for " + challenge.committeeName()
                                    + (challenge.reopened() ? ", which was not satisfied with the answer." : "."))
                    .due(challenge.dueOn(), today);
        }
        boolean clerk = caller.committees(Permission.KEEP_MEETINGS).covers(challenge.committeeId());
        return challenge.status() == ChallengeStatus.OVERDUE && clerk
                ? item(WorkKind.CHALLENGE, challenge, challenge.askedName() + " has not answered it in time.")
                        .due(challenge.dueOn(), today)
                : null;
    }

    private static WorkItem item(WorkKind kind, ChallengeSummary challenge, String reason) {
        return WorkItem.of(
                kind,
                challenge.question(),
                challenge.status().code(),
                reason,
                challenge.schoolUrn(),
                challenge.schoolName(),
                new Reference(ThingKind.CHALLENGE, challenge.id(), null));
    }
}
