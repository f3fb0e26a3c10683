package org.uplift.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

@Schema(
        description =
                "Whether codes are given, their labels, or both; a label stands in the column that ends in Label.")
public enum Labels {
    CODES,
    LABELS,
    BOTH;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Labels fromString(String code) {
        for (Labels labels : values()) {
            if (labels.code().equals(code)) {
                return labels;
            }
        }
        throw Problem.invalid("/labels", "unknown-code", "\"" + code + "\" is not codes, labels or both.");
    }
}
