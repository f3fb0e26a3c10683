package org.uplift.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final Map<String, Role> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::code, role -> role));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String code() {
        return code;
    }

    /** The role with this code, if Uplift knows it. */
    public static Optional<Role> known(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The role with this code; refuses anything else. */
    @JsonCreator
    public static Role fromString(String code) {
        return known(code)
                .orElseThrow(() -> Problem.invalid("/role", "unknown-code", "\"" + code + "\" is not a role."));
    }
}
