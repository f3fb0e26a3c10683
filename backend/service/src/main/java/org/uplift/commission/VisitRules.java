package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.term.TermOfYear;

/** Days are given between the first day and the last, and no more than are agreed for the term. */
@ApplicationScoped
class VisitRules {
    private static final String CHECKPOINT =
            "select k.id from checkpoint k where k.id = :id and k.school_urn = :urn and {scope:k.school_urn}";

    @Inject
    Visits visits;

    @Inject
    ScopedSql sql;

    void check(Commission commission, NewVisit wanted, LocalDate today) {
        LocalDate day = wanted.day();
        if (day.isAfter(today)) {
            throw Problem.invalid("/day", "in-future", Words.day(day) + " is still to come.");
        }
        if (day.isBefore(commission.startsOn()) || day.isAfter(commission.endsOn())) {
            throw Problem.invalid(
                    "/day",
                    "outside",
                    "The support is agreed from " + Words.day(commission.startsOn()) + " to "
                            + Words.day(commission.endsOn()) + ".");
        }
        TermOfYear term = TermOfYear.of(day);
        BigDecimal left = commission.agreed(term).subtract(visits.given(commission, term));
        if (wanted.days().compareTo(left) > 0) {
            throw Problem.conflict("Of the days that are agreed for " + term.words() + " " + Words.figure(left)
                    + " are left; more needs a change that the other party agrees to.");
        }
        checkCheckpoint(commission, wanted.checkpointId());
    }

    private void checkCheckpoint(Commission commission, @Nullable UUID checkpoint) {
        Integer urn = commission.schoolUrn();
        if (checkpoint != null
                && (urn == null
                        || sql.rows(Permission.RECORD_CHECKPOINTS, CHECKPOINT, Map.of("id", checkpoint, "urn", urn))
                                .isEmpty())) {
            throw Problem.invalid(
                    "/checkpointId",
                    "unknown-checkpoint",
                    "There is no such checkpoint of the school that is supported.");
        }
    }
}
