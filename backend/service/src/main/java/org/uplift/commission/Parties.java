package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/** For which party of a commission the caller acts. */
@ApplicationScoped
class Parties {
    @Inject
    Caller caller;

    /** Whether they give it themselves. */
    boolean supports(Commission commission) {
        return caller.personId().equals(commission.expertPersonId());
    }

    /** Whether they lead the school that is supported, or the trust; nobody is both parties. */
    boolean asks(Commission commission) {
        return !supports(commission) && caller.scope(Permission.REQUEST_SUPPORT).covers(commission.schoolUrn());
    }

    /** Whether they act for who gives it: from outside somebody who asks does that. */
    boolean givesFor(Commission commission) {
        return commission.partnerId() == null ? supports(commission) : asks(commission);
    }

    void requireAsking(Commission commission) {
        if (!asks(commission)) {
            throw Problem.forbidden(
                    supports(commission)
                            ? "You give this support yourself; the school, or a trust leader, does that."
                            : "The leaders of the school that is supported, and those of the trust, do that.");
        }
    }

    void requireGiving(Commission commission) {
        if (!givesFor(commission)) {
            throw Problem.forbidden(
                    commission.partnerId() == null
                            ? "Who gives the support does that."
                            : "The leaders of the school that is supported, and those of the trust, do that.");
        }
    }
}
