package org.uplift.pack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of what two packs speak differently. */
@Schema(name = "PackChangeArea", description = "Of what two packs speak differently.")
public enum ChangeArea {
    SCHOOL,
    INSPECTION,
    NEED,
    TARGET,
    MILESTONE,
    OUTCOME,
    CONCERNS,
    PROCESS;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
