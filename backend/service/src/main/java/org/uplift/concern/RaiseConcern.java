package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A concern as somebody raises it. */
@Schema(description = "A concern, as you raise it.", examples = """
        {"schoolUrn": 900001, "category": "attendance", "source": "parent", "severity": "moderate",
         "title": "Absence on Fridays in year 5",
         "summary": "Nine pupils of year 5 have missed three Fridays in a row.", "raisedOn": "2026-11-16"}""")
record RaiseConcern(
        @Schema(examples = "900001") @NotNull Integer schoolUrn,

        @Schema(description = "A code of the list of categories", examples = "attendance") @NotBlank
        String category,

        @Schema(description = "Where it comes from, a code of the list of sources", examples = "parent") @Nullable
        String source,

        @NotNull Severity severity,

        @Schema(description = "In a few words, without anybody's name", examples = "Absence on Fridays in year 5")
        @NotBlank
        @Size(max = 200)
        String title,

        @Schema(
                description = "What gives rise to it, and what you have done",
                examples = "Nine pupils of year 5 have missed three Fridays in a row.")
        @NotBlank
        @Size(max = 10_000)
        String summary,

        @Schema(description = "When it came up; absent: today", examples = "2026-11-16") @Nullable
        LocalDate raisedOn,

        @Schema(
                description =
                        "true: for safeguarding leads and those whom they name alone, and no longer for you. A concern"
                                + " about safeguarding always is.")
        @Nullable
        Boolean restricted) {}
