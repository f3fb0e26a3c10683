package org.uplift.school;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.activity.Change;
import org.uplift.ingest.CsvRow;
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
    private @Nullable Integer easting;
    private @Nullable Integer northing;
    private @Nullable LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate leftOn;

    @Version
    private int version;

    /** What is taken from the register, and from which of its columns. */
    static final List<RegisterField<?>> REGISTER = List.of(
            RegisterField.text("name", "EstablishmentName", s -> s.name, (s, v) -> s.name = v)
                    .asNeeded(),
            RegisterField.text("type", "TypeOfEstablishment (name)", s -> s.type, (s, v) -> s.type = v)
                    .asNeeded(),
            RegisterField.text("phase", "PhaseOfEducation (name)", s -> s.phase, (s, v) -> s.phase = v)
                    .asNeeded(),
            RegisterField.text(
                            "establishmentStatus",
                            "EstablishmentStatus (name)",
                            s -> s.establishmentStatus,
                            (s, v) -> s.establishmentStatus = v)
                    .asNeeded(),
            RegisterField.number(
                            "localAuthorityCode",
                            "LA (code)",
                            s -> s.localAuthorityCode,
                            (s, v) -> s.localAuthorityCode = v)
                    .asNeeded(),
            RegisterField.text("localAuthority", "LA (name)", s -> s.localAuthority, (s, v) -> s.localAuthority = v)
                    .asNeeded(),
            RegisterField.number(
                    "establishmentNumber",
                    "EstablishmentNumber",
                    s -> s.establishmentNumber,
                    (s, v) -> s.establishmentNumber = v),
            RegisterField.number("ukprn", "UKPRN", s -> s.ukprn, (s, v) -> s.ukprn = v),
            RegisterField.text(
                    "religiousCharacter",
                    "ReligiousCharacter (name)",
                    s -> s.religiousCharacter,
                    (s, v) -> s.religiousCharacter = v),
            RegisterField.text("diocese", "Diocese (name)", s -> s.diocese, (s, v) -> s.diocese = v),
            RegisterField.number("lowAge", "StatutoryLowAge", s -> s.lowAge, (s, v) -> s.lowAge = v),
            RegisterField.number("highAge", "StatutoryHighAge", s -> s.highAge, (s, v) -> s.highAge = v),
            RegisterField.number("capacity", "SchoolCapacity", s -> s.capacity, (s, v) -> s.capacity = v),
            RegisterField.number("numberOnRoll", "NumberOfPupils", s -> s.numberOnRoll, (s, v) -> s.numberOnRoll = v),
            RegisterField.text("town", "Town", s -> s.town, (s, v) -> s.town = v),
            RegisterField.text("postcode", "Postcode", s -> s.postcode, (s, v) -> s.postcode = v),
            RegisterField.text("region", "GOR (name)", s -> s.region, (s, v) -> s.region = v),
            RegisterField.number("easting", "Easting", s -> s.easting, (s, v) -> s.easting = v),
            RegisterField.number("northing", "Northing", s -> s.northing, (s, v) -> s.northing = v),
            RegisterField.day("openedOn", "OpenDate", s -> s.openedOn, (s, v) -> s.openedOn = v),
            RegisterField.day("closedOn", "CloseDate", s -> s.closedOn, (s, v) -> s.closedOn = v));

    protected School() {}

    /** A school that is in the register and, until somebody says so, not in the trust. */
    static School registered(int urn) {
        School school = new School();
        school.urn = urn;
        school.status = SchoolStatus.REGISTER;
        return school;
    }

    /** Takes over what a row of the register says, and tells what that changed. */
    List<Change> describe(CsvRow row) {
        return REGISTER.stream()
                .flatMap(field -> field.take(this, row).stream())
                .toList();
    }

    /** Changes what the trust says of the school. */
    void belong(TrustMembership belonging) {
        if (belonging.status() != SchoolStatus.REGISTER && belonging.joinedOn() == null) {
            throw Problem.invalid("/joinedOn", "required", "Say when the school joined the trust.");
        }
        if ((belonging.status() == SchoolStatus.LEFT) != (belonging.leftOn() != null)) {
            throw Problem.invalid(
                    "/leftOn", "status-mismatch", "A school that has left has a date of leaving, any other has none.");
        }
        if (belonging.leftOn() != null
                && belonging.joinedOn() != null
                && belonging.leftOn().isBefore(belonging.joinedOn())) {
            throw Problem.invalid(
                    "/leftOn",
                    "before-start",
                    "It would leave on " + belonging.leftOn() + ", before it joined on " + belonging.joinedOn() + ".");
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

    /** How it is called in messages. */
    String label() {
        return urn + " " + name;
    }

    SchoolSummary summary() {
        return new SchoolSummary(
                urn, name, status, phase, type, localAuthorityCode, localAuthority, town, numberOnRoll, joinedOn);
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }
}
