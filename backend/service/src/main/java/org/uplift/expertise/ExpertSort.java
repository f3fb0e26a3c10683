package org.uplift.expertise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** In which order experts are listed. */
public enum ExpertSort {
    NAME("lower(e.name), e.id"),
    FREE("e.days_per_term - coalesce(d.promised, 0) desc, lower(e.name), e.id");

    private final String order;

    ExpertSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ExpertSort fromString(String code) {
        for (ExpertSort known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid("/sort", "unknown-code", "\"" + code + "\" is no order; use name or free.");
    }
}
