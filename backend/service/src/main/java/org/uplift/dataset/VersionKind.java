package org.uplift.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "DataSetVersionKind",
        description =
                "major: a column or a code is no longer there, and a question that names it may find nothing. minor: values changed, or"
                        + " something was added.")
public enum VersionKind {
    MAJOR,
    MINOR;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
