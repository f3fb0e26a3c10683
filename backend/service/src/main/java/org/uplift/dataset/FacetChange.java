package org.uplift.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DataSetChange", description = "What of a data set is another than it was.")
public record FacetChange(
        Kind kind,
        @Schema(examples = "measureCode") String column,

        @Schema(description = "The code in that column; absent where it is about the column", examples = "KS2_RWM_EXP")
        @Nullable
        String code,

        @Schema(description = "Its label, before it was removed or since it is there") @Nullable
        String label) {

    @Schema(name = "DataSetChangeKind", description = "Whether it is new, gone, or called otherwise.")
    public enum Kind {
        ADDED,
        REMOVED,
        RELABELLED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind fromString(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
