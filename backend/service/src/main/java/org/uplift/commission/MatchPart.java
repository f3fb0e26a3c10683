package org.uplift.commission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes somebody the right one. */
@Schema(name = "MatchPart", description = "What makes somebody the right one.")
public enum MatchPart {
    SPECIALISM,
    IMPACT,
    CONTEXT,
    NEARNESS,
    CAPACITY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
