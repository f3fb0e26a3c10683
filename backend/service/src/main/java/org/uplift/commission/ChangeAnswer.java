package org.uplift.commission;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommissionChangeAnswer", description = "Whether the other party agrees to a change.")
record ChangeAnswer(@NotNull Boolean agreed) {}
