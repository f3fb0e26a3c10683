package org.uplift.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.sealing.Seal;

/** Something that is to be done about a concern. */
@Entity
class ConcernAction implements SchoolOwned {
    @Id
    private UUID id;

    private UUID concernId;
    private Integer schoolUrn;
    private byte[] title;
    private @Nullable UUID leadId;
    private @Nullable String leadName;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate doneOn;

    @Version
    private int version;

    protected ConcernAction() {}

    ConcernAction(Concern concern, ConcernActionTerms terms, @Nullable String leadName, Seal seal, LocalDate today) {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        concernId = concern.id();
        schoolUrn = concern.schoolUrn();
        settle(terms, leadName, seal, today);
    }

    final void settle(ConcernActionTerms terms, @Nullable String lead, Seal seal, LocalDate today) {
        if (terms.doneOn() != null && terms.doneOn().isAfter(today)) {
            throw Problem.invalid(
                    "/doneOn", "in-future", Words.day(terms.doneOn()) + " is to come; say when it was done.");
        }
        title = seal.close(terms.title().strip(), place());
        leadId = terms.leadPersonId();
        leadName = lead;
        dueOn = terms.dueOn();
        doneOn = terms.doneOn();
    }

    ConcernActionTerms terms(Seal seal) {
        return new ConcernActionTerms(seal.open(title, place()), leadId, dueOn, doneOn);
    }

    ConcernActionLine line(Seal seal, LocalDate today) {
        return new ConcernActionLine(
                id,
                seal.open(title, place()),
                leadId,
                leadName,
                dueOn,
                doneOn,
                doneOn == null && dueOn != null && dueOn.isBefore(today),
                version);
    }

    private String place() {
        return Concern.place(concernId) + "/action/" + id;
    }

    UUID id() {
        return id;
    }

    UUID concernId() {
        return concernId;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    boolean isLedBy(UUID person) {
        return person.equals(leadId);
    }

    int version() {
        return version;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }
}
