package org.uplift.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** What a person says of an inspection: held against its framework, and kept on record. */
@ApplicationScoped
class Recording {
    @Inject
    Inspections inspections;

    @Inject
    Frameworks frameworks;

    @Inject
    Activities activities;

    @Inject
    Clock clock;

    /** The facts in the codes of their framework; 422 with every rule that does not hold. */
    InspectionFacts facts(RecordInspection wanted, int urn) {
        Framework framework = frameworks
                .get(wanted.framework())
                .orElseThrow(() -> Problem.invalid(
                        "/framework",
                        "unknown-code",
                        "\"" + wanted.framework() + "\" is not a framework; see /inspection-frameworks."));
        Integer inspected = wanted.inspectedUrn();
        if (inspected != null
                && inspected != urn
                && !inspections.solePredecessor(urn).equals(Optional.of(inspected))) {
            throw Problem.invalid(
                    "/inspectedUrn",
                    "not-a-predecessor",
                    inspected + " is not the one URN that school " + urn + " had before.");
        }
        return wanted.facts(framework, urn, LocalDate.now(clock));
    }

    void record(Inspection inspection, String verb, List<Change> changes) {
        activities.record(
                Subject.INSPECTION,
                inspection.id().toString(),
                inspection.schoolUrn(),
                verb + " the inspection of " + Words.day(inspection.key().startDate()),
                null,
                changes);
    }
}
