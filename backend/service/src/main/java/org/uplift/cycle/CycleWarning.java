package org.uplift.cycle;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Something about a cycle to think about.")
record CycleWarning(
        @Schema(description = "Stable code", examples = "many-priorities")
        String code,

        @Schema(description = "What it is, for people") String message) {

    /** More priorities than a cycle can well carry, where the trust has set how many that are. */
    static List<CycleWarning> of(int priorities, @Nullable Integer most) {
        return most == null || priorities <= most
                ? List.of()
                : List.of(new CycleWarning(
                        "many-priorities",
                        "The cycle has " + priorities + " priorities. More than " + most
                                + " are seldom carried out well; can some wait?"));
    }
}
