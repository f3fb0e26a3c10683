package org.uplift.pack;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "For which meeting a pack is wanted.")
record NewPack(@NotNull UUID meetingId) {}
