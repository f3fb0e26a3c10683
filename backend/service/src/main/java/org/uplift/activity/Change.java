package org.uplift.activity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One field that changed. */
@Schema(name = "ActivityChange", description = "One field that changed, before and after as text.")
public record Change(
        String field, @Nullable String before, @Nullable String after) {}
