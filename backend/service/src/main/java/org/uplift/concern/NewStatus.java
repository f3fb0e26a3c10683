package org.uplift.concern;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernStatusChange", examples = """
        {"status": "monitoring", "reason": "Attendance on Fridays is watched until half-term."}""")
record NewStatus(
        @Schema(description = "open or monitoring; it is closed and reopened by resources of their own") @NotNull
        ConcernStatus status,

        @Schema(description = "Why") @Size(max = 2000) @Nullable
        String reason) {}
