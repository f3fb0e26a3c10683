package org.uplift.timetable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The template of an academic year. It replaces the one before as a whole.")
record OwnTemplate(@NotNull @Size(max = 200) List<@NotNull @Valid EntryTerms> entries) {}
