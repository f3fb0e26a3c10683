package org.uplift.need;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.concern.RestrictedRationales;
import org.uplift.delegation.Approval;
import org.uplift.delegation.ApprovalStatus;
import org.uplift.delegation.Approvals;

/** The moderations that the caller may see. */
@ApplicationScoped
class NeedModerations extends ScopedRepository<NeedModeration, UUID> {
    private static final int MOST = 50;

    @Inject
    Approvals approvals;

    @Inject
    RestrictedRationales rationales;

    @Override
    protected String permission() {
        return Permission.READ_NEED;
    }

    /** Those of a school up to an assessment, newest first. */
    private List<NeedModeration> upTo(NeedAssessment assessment) {
        return readable(
                        "schoolUrn = :urn and (assessment.academicYear < :year or assessment.academicYear = :year"
                                + " and assessment.term <= :term)",
                        Map.of(
                                "urn", assessment.schoolUrn(),
                                "year", assessment.term().academicYear().start(),
                                "term", assessment.term().number()),
                        Sort.descending("id"))
                .page(0, MOST)
                .list();
    }

    /** As they are told to the caller. */
    List<ModerationLine> lines(NeedAssessment assessment, Levels levels) {
        List<NeedModeration> all = upTo(assessment);
        Map<UUID, UUID> concerns = rationales.concerns(all.stream()
                .filter(NeedModeration::isRestricted)
                .map(NeedModeration::id)
                .toList());
        return all.stream()
                .map(moderation -> moderation.line(levels, concerns.get(moderation.id())))
                .toList();
    }

    /** The one that waited for an approval. */
    Optional<NeedModeration> under(Approval approval) {
        return readable("approval.id = :approval", Map.of("approval", approval.id()), Sort.descending("id"))
                .firstResultOptional();
    }

    /** What waits for a decision on an assessment. */
    Optional<Approval> waiting(UUID assessment) {
        return approvals.latest(assessment).filter(latest -> latest.status() == ApprovalStatus.WAITING);
    }

    /** Whether something on an assessment waits for the caller. */
    boolean waitForCaller(NeedAssessment assessment) {
        return waiting(assessment.id()).filter(approvals::mayDecide).isPresent();
    }
}
