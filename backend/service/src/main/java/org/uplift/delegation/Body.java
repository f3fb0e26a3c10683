package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Role;
import org.uplift.access.Seat;
import org.uplift.platform.Problem;

/** Who can decide or recommend, from below to above. */
@Schema(name = "DelegationBody", description = "Who decides or recommends under the scheme of delegation.")
public enum Body {
    HEADTEACHER("the headteacher"),
    TRUST_LEADER("a trust leader"),
    /** Another trust leader than the one who asks. */
    SECOND_TRUST_LEADER("a second trust leader"),
    /** The Academy Development Committee that looks after the school. */
    ACADEMY_COMMITTEE("the Academy Development Committee"),
    TRUST_BOARD("the trust board");

    private static final String DEVELOPMENT = "DEVELOPMENT";
    private static final String BOARD = "TRUST_BOARD";

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
                "\"" + code + "\" is no body; use headteacher, trust-leader, second-trust-leader, academy-committee or"
                        + " trust-board.");
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    public String words() {
        return words;
    }

    /** Whether it is a committee, which decides in a meeting. */
    public boolean meets() {
        return this == ACADEMY_COMMITTEE || this == TRUST_BOARD;
    }

    /**
     * Who decides where this body does and somebody has asked: the next one up where they belong to it, because nobody approves what
     * they asked for, and where no committee looks after the school. Nothing is above the board. A second leader is another one anyway.
     */
    Body deciding(UUID requester, People people, @Nullable Integer schoolUrn, LocalDate day) {
        if (this == SECOND_TRUST_LEADER) {
            return this;
        }
        Set<UUID> members = members(people, schoolUrn, day);
        if (members.contains(requester) || (this == ACADEMY_COMMITTEE && members.isEmpty())) {
            return this == HEADTEACHER ? TRUST_LEADER : TRUST_BOARD;
        }
        return this;
    }

    /** Whether the caller can decide without anybody else. */
    boolean decidesAlone(Caller caller, @Nullable Integer schoolUrn) {
        return this != SECOND_TRUST_LEADER && !meets() && includes(caller, schoolUrn);
    }

    /** Who belongs to it on a day where something of a school, or of the trust, is decided. */
    Set<UUID> members(People people, @Nullable Integer schoolUrn, LocalDate day) {
        return switch (this) {
            case HEADTEACHER -> people.headteachers(schoolUrn, day);
            case TRUST_LEADER, SECOND_TRUST_LEADER -> people.holders(Role.TRUST_LEADER, null, day);
            case ACADEMY_COMMITTEE -> seated(people.seats(DEVELOPMENT, schoolUrn, day), Seat::personId);
            case TRUST_BOARD -> people.holders(Role.TRUSTEE, null, day);
        };
    }

    /** Which committees it is where something of a school, or of the trust, is decided; none where it does not meet. */
    Set<UUID> committees(People people, @Nullable Integer schoolUrn, LocalDate day) {
        return switch (this) {
            case HEADTEACHER, TRUST_LEADER, SECOND_TRUST_LEADER -> Set.of();
            case ACADEMY_COMMITTEE -> seated(people.seats(DEVELOPMENT, schoolUrn, day), Seat::committeeId);
            case TRUST_BOARD -> seated(people.seats(BOARD, null, day), Seat::committeeId);
        };
    }

    private static Set<UUID> seated(List<Seat> seats, Function<Seat, UUID> what) {
        return seats.stream().map(what).collect(Collectors.toSet());
    }

    /** Whether the caller belongs to it where something of a school, or of the trust, is decided. */
    boolean includes(Caller caller, @Nullable Integer schoolUrn) {
        return switch (this) {
            case HEADTEACHER -> caller.isHeadteacherOf(schoolUrn);
            case TRUST_LEADER, SECOND_TRUST_LEADER -> caller.holds(Role.TRUST_LEADER, null);
            // Which of the committees that somebody sits on is an Academy Development Committee, the database knows.
            case ACADEMY_COMMITTEE -> caller.holds(Role.COMMITTEE_MEMBER, schoolUrn);
            case TRUST_BOARD -> caller.holds(Role.TRUSTEE, null);
        };
    }
}
