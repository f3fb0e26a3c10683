package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Role;
import org.uplift.platform.Problem;

/** Who can decide or recommend, from below to above. */
@Schema(name = "DelegationBody", description = "Who decides or recommends under the scheme of delegation.")
public enum Body {
    HEADTEACHER("the headteacher"),
    TRUST_LEADER("a trust leader"),
    /** Another trust leader than the one who asks. */
    SECOND_TRUST_LEADER("a second trust leader"),
    TRUST_BOARD("the trust board");

    private final String words;

    Body(String words) {
        this.words = words;
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Body fromString(String code) {
        for (Body known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/decides",
                "unknown-code",
                "\"" + code + "\" is no body; use headteacher, trust-leader, second-trust-leader or trust-board.");
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    public String words() {
        return words;
    }

    /**
     * Who decides where this body does and somebody has asked: the next one up where they belong to it, because nobody approves what
     * they asked for. Nothing is above the board. A second leader is another one anyway.
     */
    Body deciding(UUID requester, People people, @Nullable Integer schoolUrn, LocalDate day) {
        if (this == SECOND_TRUST_LEADER || !members(people, schoolUrn, day).contains(requester)) {
            return this;
        }
        return this == HEADTEACHER ? TRUST_LEADER : TRUST_BOARD;
    }

    /** Whether the caller can decide without anybody else. */
    boolean decidesAlone(Caller caller, @Nullable Integer schoolUrn) {
        return this != SECOND_TRUST_LEADER && this != TRUST_BOARD && includes(caller, schoolUrn);
    }

    /** Who belongs to it on a day where something of a school, or of the trust, is decided. */
    Set<UUID> members(People people, @Nullable Integer schoolUrn, LocalDate day) {
        return switch (this) {
            case HEADTEACHER -> people.headteachers(schoolUrn, day);
            case TRUST_LEADER, SECOND_TRUST_LEADER -> people.holders(Role.TRUST_LEADER, null, day);
            case TRUST_BOARD -> people.holders(Role.TRUSTEE, null, day);
        };
    }

    /** Whether the caller belongs to it where something of a school, or of the trust, is decided. */
    boolean includes(Caller caller, @Nullable Integer schoolUrn) {
        return switch (this) {
            case HEADTEACHER -> caller.isHeadteacherOf(schoolUrn);
            case TRUST_LEADER, SECOND_TRUST_LEADER -> caller.holds(Role.TRUST_LEADER, null);
            case TRUST_BOARD -> caller.holds(Role.TRUSTEE, null);
        };
    }
}
