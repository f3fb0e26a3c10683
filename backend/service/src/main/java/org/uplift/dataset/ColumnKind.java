package org.uplift.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "time-period and location: when and where. filter: what rows are told apart by. indicator: what is measured; it can"
                        + " hold a symbol. attribute: what is known of a row besides.")
public enum ColumnKind {
    TIME_PERIOD,
    LOCATION,
    FILTER,
    INDICATOR,
    ATTRIBUTE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
