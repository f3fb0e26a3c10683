package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AgendaItemTerms", description = "An item as it is to stand on the agenda.")
record ItemTerms(
        @Schema(description = "The item that it is already; absent for another one") @Nullable
        UUID id,

        @Schema(examples = "Attendance in year 5") @NotBlank @Size(max = 500)
        String title,

        @Schema(description = "Path in the app of what it is about; never a concern", examples = "/schools/900001/need")
        @Size(max = 300)
        @Pattern(regexp = "/(?!concerns|/).*", message = "is a page of Uplift, as /schools/900001, and never a concern")
        @Nullable
        String link,

        boolean confidential) {}
