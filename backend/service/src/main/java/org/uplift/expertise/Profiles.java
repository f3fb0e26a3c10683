package org.uplift.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.access.Scope;
import org.uplift.platform.Problem;

/** A profile as its reader may see it, and who may do what with it. */
@ApplicationScoped
class Profiles {
    @Inject
    Experts experts;

    @Inject
    Specialisms specialisms;

    @Inject
    Designations designations;

    @Inject
    TrustSchools schools;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    ExpertDetail detail(UUID id) {
        ExpertSummary summary = experts.summary(id);
        Expert expert = experts.findById(id);
        boolean knows = experts.knows(summary.personId(), summary.schoolUrn());
        return new ExpertDetail(
                summary,
                experts.year(summary),
                expert.evidence(),
                experts.impact(id),
                knows ? expert.absences() : null,
                knows ? expert.interests() : null,
                isOwn(expert),
                mayConfirm(expert));
    }

    /** The caller's own profile; 403 for one of somebody else, 404 where there is none that the caller may see. */
    Expert own(UUID id) {
        Expert expert = experts.get(id);
        if (!isOwn(expert)) {
            throw Problem.forbidden(expert.name() + " keeps it.");
        }
        return expert;
    }

    private boolean isOwn(Expert expert) {
        return expert.personId().equals(caller.personId());
    }

    /** Whether the caller leads the school as its head, or the trust, and is somebody else. */
    boolean mayConfirm(Expert expert) {
        Integer urn = expert.schoolUrn();
        return !isOwn(expert)
                && (caller.holds(Role.TRUST_LEADER, null) || (urn != null && caller.isHeadteacherOf(urn)));
    }

    /** What the school is called; refuses with 422 codes that nobody can choose and schools in which the caller does not work. */
    @Nullable
    String checked(ExpertTerms terms) {
        LocalDate today = LocalDate.now(clock);
        for (int at = 0; at < terms.specialisms().size(); at++) {
            specialisms.named("/specialisms/" + at, terms.specialisms().get(at), today);
        }
        for (int at = 0; at < terms.designations().size(); at++) {
            designations.named("/designations/" + at, terms.designations().get(at), today);
        }
        Integer urn = terms.schoolUrn();
        Scope scope = caller.scope(Permission.READ_EXPERTS);
        if (urn == null) {
            if (!scope.trust() && !caller.roles().contains(Role.SYSTEM_LEADER)) {
                throw Problem.invalid("/schoolUrn", "required", "Say in which school you work.");
            }
            return null;
        }
        if (!scope.covers(urn)) {
            throw Problem.invalid(
                    "/schoolUrn", "unknown-school", "You do not work in a school with the URN " + urn + ".");
        }
        return schools.named("/schoolUrn", urn);
    }
}
