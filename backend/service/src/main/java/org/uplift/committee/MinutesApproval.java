package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "In which later meeting minutes are approved.")
record MinutesApproval(@NotNull UUID meetingId) {}
