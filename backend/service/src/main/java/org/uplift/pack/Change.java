package org.uplift.pack;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PackChange", description = "Something that two packs say differently.")
record Change(
        ChangeArea area,

        @Schema(description = "Absent where it is about the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "What it is", examples = "Need level")
        String what,

        @Schema(description = "What the earlier one says; absent where it says nothing") @Nullable
        String before,

        @Schema(description = "What this one says; absent where it says nothing") @Nullable
        String now) {}
