package org.uplift.school;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;

/** A school of the register. What the published register says of it is imported; whether it is in the trust is ours. */
@Entity
public class School implements SchoolOwned {
    @Id
    private int urn;

    private String name;

    @Enumerated(EnumType.STRING)
    private SchoolStatus status;

    private String phase;
    private String type;
    private String establishmentStatus;
    private int localAuthorityCode;
    private String localAuthority;
    private @Nullable Integer establishmentNumber;
    private @Nullable Integer ukprn;
    private @Nullable String religiousCharacter;
    private @Nullable String diocese;
    private @Nullable Integer lowAge;
    private @Nullable Integer highAge;
    private @Nullable Integer capacity;
    private @Nullable Integer numberOnRoll;
    private @Nullable String town;
    private @Nullable String postcode;
    private @Nullable String region;
    private @Nullable LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate leftOn;

    @Version
    private int version;

    protected School() {}

    /** Changes what the trust says of the school. */
    void belong(TrustMembership belonging) {
        if (belonging.status() != SchoolStatus.REGISTER && belonging.joinedOn() == null) {
            throw Problem.invalid("/joinedOn", "required", "Say when the school joined the trust.");
        }
        if ((belonging.status() == SchoolStatus.LEFT) != (belonging.leftOn() != null)) {
            throw Problem.invalid("/leftOn", "status-mismatch", "A school that has left has a date of leaving, any other has none.");
        }
        if (belonging.leftOn() != null && belonging.joinedOn() != null && belonging.leftOn().isBefore(belonging.joinedOn())) {
            throw Problem.invalid("/leftOn", "before-start", "It would leave on " + belonging.leftOn() + ", before it joined on "
                    + belonging.joinedOn() + ".");
        }
        status = belonging.status();
        joinedOn = belonging.joinedOn();
        leftOn = belonging.leftOn();
    }

    TrustMembership belonging() {
        return new TrustMembership(status, joinedOn, leftOn);
    }

    @Override
    public Integer schoolUrn() {
        return urn;
    }

    public int urn() {
        return urn;
    }

    public String name() {
        return name;
    }

    public SchoolStatus status() {
        return status;
    }

    public int localAuthorityCode() {
        return localAuthorityCode;
    }

    public @Nullable LocalDate joinedOn() {
        return joinedOn;
    }

    int version() {
        return version;
    }

    SchoolSummary summary() {
        return new SchoolSummary(urn, name, status, phase, type, localAuthority, town, numberOnRoll, joinedOn);
    }

    String phase() {
        return phase;
    }

    String type() {
        return type;
    }

    String establishmentStatus() {
        return establishmentStatus;
    }

    String localAuthority() {
        return localAuthority;
    }

    /** Local authority and establishment number as they are written, 7 digits. */
    @Nullable String laEstab() {
        return establishmentNumber == null ? null : "%03d%04d".formatted(localAuthorityCode, establishmentNumber);
    }

    @Nullable Integer ukprn() {
        return ukprn;
    }

    @Nullable String religiousCharacter() {
        return religiousCharacter;
    }

    @Nullable String diocese() {
        return diocese;
    }

    @Nullable Integer lowAge() {
        return lowAge;
    }

    @Nullable Integer highAge() {
        return highAge;
    }

    @Nullable Integer capacity() {
        return capacity;
    }

    @Nullable Integer numberOnRoll() {
        return numberOnRoll;
    }

    @Nullable String town() {
        return town;
    }

    @Nullable String postcode() {
        return postcode;
    }

    @Nullable String region() {
        return region;
    }

    @Nullable LocalDate openedOn() {
        return openedOn;
    }

    @Nullable LocalDate closedOn() {
        return closedOn;
    }

    @Nullable LocalDate leftOn() {
        return leftOn;
    }
}
