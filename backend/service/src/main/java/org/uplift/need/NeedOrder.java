package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** The orders of assessments that there are; each is complete, so that pages never overlap. */
public enum NeedOrder {
    SCORE("a.ordinal desc, a.score desc nulls last, a.school_urn"),
    SCHOOL("lower(s.name), a.school_urn, a.ordinal desc"),
    NEWEST("a.ordinal desc, a.school_urn");

    private final String order;

    NeedOrder(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NeedOrder fromString(String code) {
        for (NeedOrder order : values()) {
            if (order.code().equals(code)) {
                return order;
            }
        }
        throw Problem.invalid(
                "/sort", "unknown-code", "\"" + code + "\" is not an order; use score, school or newest.");
    }
}
