package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** What the scheme of delegation gives to somebody to decide. */
public enum Decision {
    SCHOOL_CYCLE("the plan of a school", "cycles", ThingKind.CYCLE),
    TRUST_CYCLE("the plan of the trust", "cycles", ThingKind.CYCLE),
    NEED_BY_ONE_LEVEL("a need level moderated by one level", "need-assessments", ThingKind.NEED),
    NEED_BY_TWO_LEVELS("a need level moderated by two levels", "need-assessments", ThingKind.NEED),
    HIGH_CONCERN_CLOSED("the closing of a high concern", "concerns", ThingKind.CONCERN),
    CRITICAL_CONCERN_CLOSED("the closing of a critical concern", "concerns", ThingKind.CONCERN),
    INTERNAL_COMMISSION("support from inside the trust", "commissions", ThingKind.COMMISSION),
    EXTERNAL_COMMISSION("support from outside the trust", "commissions", ThingKind.COMMISSION);

    private final String words;
    private final String path;
    private final ThingKind kind;

    Decision(String words, String path, ThingKind kind) {
        this.words = words;
        this.path = path;
        this.kind = kind;
    }

    /** The decision on a cycle: of a school, or of the trust where there is none. */
    public static Decision onCycle(@Nullable Integer schoolUrn) {
        return schoolUrn == null ? TRUST_CYCLE : SCHOOL_CYCLE;
    }

    /** The decision on a need level that is moderated by so many levels. */
    public static Decision onNeed(int levels) {
        return levels > 1 ? NEED_BY_TWO_LEVELS : NEED_BY_ONE_LEVEL;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Decision fromString(String code) {
        for (Decision known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/decision", "unknown-code", "\"" + code + "\" is no decision of the scheme of delegation.");
    }

    /** Whether what is decided has a cost, and who decides can depend on it. */
    boolean hasAmount() {
        return this == SCHOOL_CYCLE || this == TRUST_CYCLE || this == EXTERNAL_COMMISSION;
    }

    boolean isOfConcern() {
        return kind == ThingKind.CONCERN;
    }

    /** As it is written in sentences. */
    String words() {
        return words;
    }

    /** Where the thing is that is decided. */
    String link(UUID subject) {
        return "/api/v1" + page(subject);
    }

    /** Where people find it. */
    String page(UUID subject) {
        return "/" + path + "/" + subject;
    }

    /** Under what it stands in the record of activity. */
    Subject subject() {
        return Subject.valueOf(kind.name());
    }

    /** The thing that is decided. */
    Reference reference(UUID subject) {
        return new Reference(kind, subject, subject);
    }
}
