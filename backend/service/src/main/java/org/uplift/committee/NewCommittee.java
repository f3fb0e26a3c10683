package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A committee to create.")
record NewCommittee(
        @NotNull CommitteeKind kind,

        @Schema(examples = "Academy Development Committee of Alder Grove") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The schools that it looks after; none for the trust board, which is of the whole trust")
        @NotNull
        @Size(max = 200)
        List<@NotNull @Valid CommitteeSchool> schools) {}
