package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Measures;
import org.uplift.platform.Problem;
import org.uplift.thing.Thing;
import org.uplift.thing.ThingKind;
import org.uplift.thing.Things;

/** What a challenge is about, called as it is called today. */
@ApplicationScoped
class ChallengeLinks {
    @Inject
    Things things;

    @Inject
    Measures measures;

    @Inject
    Meetings meetings;

    @Nullable
    ChallengeLink named(NewChallenge wanted) {
        ChallengeLink link = wanted.link();
        if (link == null) {
            return null;
        }
        if (link.kind() == LinkKind.MEASURE) {
            return new ChallengeLink(
                    link.kind(),
                    link.id(),
                    measures.named("/link/id", link.id()).label());
        }
        Thing thing = thing(link);
        if (!Objects.equals(thing.schoolUrn(), wanted.schoolUrn())) {
            throw Problem.invalid("/link/id", "other-school", "It does not belong to what the challenge is about.");
        }
        return new ChallengeLink(link.kind(), link.id(), thing.title());
    }

    private Thing thing(ChallengeLink link) {
        UUID id = uuid(link.id());
        Thing thing = id == null ? null : things.of(java.util.List.of(id)).get(id);
        ThingKind kind = link.kind() == LinkKind.PRIORITY ? ThingKind.PRIORITY : ThingKind.TARGET;
        if (thing == null || thing.reference().kind() != kind) {
            throw Problem.invalid(
                    "/link/id",
                    "unknown-thing",
                    "There is no such " + link.kind().code() + " that you may see.");
        }
        return thing;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Refuses with 422 a meeting of another committee. */
    void requireMeeting(NewChallenge wanted) {
        UUID meeting = wanted.meetingId();
        if (meeting != null
                && meetings.seen(meeting)
                        .filter(one -> one.committeeId().equals(wanted.committeeId()))
                        .isEmpty()) {
            throw Problem.invalid("/meetingId", "unknown-meeting", "The committee has no such meeting.");
        }
    }
}
