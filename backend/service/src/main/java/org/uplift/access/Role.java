package org.uplift.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.uplift.platform.Problem;

/** The realm roles of the identity provider, by the names that its tokens carry. */
public enum Role {
    TRUST_LEADER,
    SCHOOL_LEADER,
    SYSTEM_LEADER,
    SAFEGUARDING_LEAD,
    COMMITTEE_MEMBER,
    TRUSTEE,
    CLERK,
    DATA_MANAGER,
    ANALYST,
    MIS_INTEGRATION,
    ADMINISTRATOR;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code, if Uplift knows it. */
    public static Optional<Role> known(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** The role with this code; refuses anything else. */
    @JsonCreator
    public static Role fromString(String code) {
        return known(code)
                .orElseThrow(() -> Problem.invalid("/role", "unknown-code", "\"" + code + "\" is not a role."));
    }
}
