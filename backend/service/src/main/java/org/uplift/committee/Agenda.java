package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The whole agenda, in order. What is not named is taken off it.")
record Agenda(@NotNull @Size(max = 200) List<@NotNull @Valid ItemTerms> items) {}
