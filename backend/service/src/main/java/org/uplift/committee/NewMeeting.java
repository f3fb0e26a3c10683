package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A meeting to plan.")
record NewMeeting(@NotNull UUID committeeId, @NotNull @Valid MeetingTerms terms) {}
