package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Person;
import org.uplift.access.Role;
import org.uplift.delegation.Body;
import org.uplift.delegation.MeetingApprovals;
import org.uplift.delegation.Outcome;
import org.uplift.platform.Problem;

/** What the members do in a meeting: come, vote, decide. */
@ApplicationScoped
class Sitting {
    @Inject
    CommitteeMembers members;

    @Inject
    Committees committees;

    @Inject
    Meetings meetings;

    @Inject
    AgendaItems items;

    @Inject
    MeetingApprovals approvals;

    @Inject
    People people;

    /** Who was there, each of them of the committee on that day, by name. */
    List<AttendanceLine> attendance(Meeting meeting, List<AttendanceLine> lines) {
        Map<UUID, CommitteeMember> known = known(meeting);
        Set<UUID> named = new HashSet<>();
        List<AttendanceLine> checked = new ArrayList<>();
        for (AttendanceLine line : lines) {
            CommitteeMember member = member(known, named, line.personId(), "/lines/" + checked.size() + "/personId");
            checked.add(new AttendanceLine(line.personId(), member.name(), line.presence()));
        }
        return checked;
    }

    /** The votes by name. The clerk has none, nor who was not there, and who declared an interest in the item abstains. */
    List<VoteLine> votes(Meeting meeting, NewMeetingDecision wanted) {
        requireItem(meeting, wanted.itemId());
        Set<UUID> conflicted = meetings.conflicted(meeting, wanted.itemId(), wanted.approvalId());
        Set<UUID> away = meetings.attendance(meeting.id()).stream()
                .filter(line -> line.presence() != Presence.PRESENT)
                .map(AttendanceLine::personId)
                .collect(Collectors.toSet());
        Map<UUID, CommitteeMember> known = known(meeting);
        Set<UUID> named = new HashSet<>();
        List<VoteLine> checked = new ArrayList<>();
        for (VoteLine vote : wanted.votes()) {
            String path = "/votes/" + checked.size();
            CommitteeMember member = member(known, named, vote.personId(), path + "/personId");
            if (member.role() == Role.CLERK) {
                throw Problem.invalid(path + "/personId", "no-vote", "The clerk has no vote.");
            }
            if (away.contains(vote.personId())) {
                throw Problem.invalid(
                        path + "/personId", "not-present", member.name() + " was not at the meeting, and has no vote.");
            }
            if (conflicted.contains(vote.personId()) && vote.vote() != VoteKind.ABSTAINED) {
                throw Problem.invalid(
                        path + "/vote",
                        "conflicted",
                        member.name() + " declared an interest in this item, and abstains.");
            }
            checked.add(new VoteLine(vote.personId(), member.name(), vote.vote()));
        }
        return checked;
    }

    /** Lets the committee's decision take effect, where it is one under the scheme of delegation. */
    void decide(Meeting meeting, NewMeetingDecision wanted) {
        UUID approval = wanted.approvalId();
        Outcome outcome = wanted.outcome();
        if ((approval == null) != (outcome == null)) {
            throw Problem.invalid(
                    "/outcome", "required", "Say approved or refused of what was asked for, and of nothing else.");
        }
        if (approval == null || outcome == null) {
            return;
        }
        Committee committee = committees.readable(meeting.committeeId());
        Body by = committee
                .body()
                .orElseThrow(() -> Problem.conflict("The scheme of delegation gives nothing to this committee."));
        long inFavour = count(wanted, VoteKind.FOR);
        if ((outcome == Outcome.APPROVED) != (inFavour > count(wanted, VoteKind.AGAINST))) {
            throw Problem.invalid(
                    "/votes",
                    "no-majority",
                    "It is approved where more vote for it than against it, and refused where they do not.");
        }
        Set<UUID> voted = wanted.votes().stream()
                .filter(vote -> vote.vote() != VoteKind.ABSTAINED)
                .map(VoteLine::personId)
                .collect(Collectors.toSet());
        approvals.decide(new MeetingApprovals.Ruled(
                approval,
                outcome,
                wanted.text(),
                meeting.id(),
                by,
                urn -> committee.looksAfter(urn, meeting.day()),
                voted));
    }

    /** Who does an action: somebody with an account by name, or as they were called. */
    String doer(MeetingActionTerms wanted) {
        UUID id = wanted.whoPersonId();
        if (id != null) {
            return people.known(id)
                    .map(Person::name)
                    .orElseThrow(() -> Problem.invalid(
                            "/whoPersonId", "unknown-person", "Nobody with this id has signed in yet."));
        }
        String name = wanted.whoName();
        if (name == null || name.isBlank()) {
            throw Problem.invalid("/whoName", "required", "Say who does it.");
        }
        return name.strip();
    }

    private static long count(NewMeetingDecision wanted, VoteKind kind) {
        return wanted.votes().stream().filter(vote -> vote.vote() == kind).count();
    }

    private void requireItem(Meeting meeting, @Nullable UUID id) {
        if (id != null
                && items.findByIdOptional(id)
                        .filter(one -> one.meetingId().equals(meeting.id()))
                        .isEmpty()) {
            throw Problem.invalid("/itemId", "unknown-item", "The agenda has no such item.");
        }
    }

    private Map<UUID, CommitteeMember> known(Meeting meeting) {
        return members.on(meeting.committeeId(), meeting.day()).stream()
                .collect(Collectors.toMap(CommitteeMember::personId, Function.identity(), (one, other) -> one));
    }

    private static CommitteeMember member(Map<UUID, CommitteeMember> known, Set<UUID> named, UUID person, String path) {
        CommitteeMember member = known.get(person);
        if (member == null) {
            throw Problem.invalid(path, "unknown-member", "Nobody with this id was of the committee on that day.");
        }
        if (!named.add(person)) {
            throw Problem.invalid(path, "twice", member.name() + " is named twice.");
        }
        return member;
    }
}
