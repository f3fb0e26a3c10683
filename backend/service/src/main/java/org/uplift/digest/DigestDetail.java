package org.uplift.digest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Digest", description = "Whether and where you are told by e-mail how much waits for you.")
record DigestDetail(
        @Schema(description = "weekly until you choose") Frequency frequency,

        @Schema(description = "Where it goes: what your account says; absent when it says none") @Nullable
        String address,

        @Schema(description = "false: this installation sends no e-mail")
        boolean sent,

        @Schema(description = "Revision, as in the ETag") int version) {}
