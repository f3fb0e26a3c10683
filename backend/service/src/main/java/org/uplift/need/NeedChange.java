package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How something went: an indicator since the term before, the score over three terms. */
@Schema(description = "How it went; steady where it moved by no more than its tolerance")
public enum NeedChange {
    WORSE,
    STEADY,
    BETTER;

    static NeedChange of(BigDecimal worsening, BigDecimal tolerance) {
        return worsening.abs().compareTo(tolerance) <= 0 ? STEADY : worsening.signum() > 0 ? WORSE : BETTER;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
