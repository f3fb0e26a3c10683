package org.uplift.commission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a change of what was agreed is. */
@Schema(name = "CommissionChangeStatus", description = "How far a change of what was agreed is.")
public enum ChangeStatus {
    PROPOSED,
    AGREED,
    REFUSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
