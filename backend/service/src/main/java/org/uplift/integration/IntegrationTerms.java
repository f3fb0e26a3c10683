package org.uplift.integration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed about an integration; for another client register another. */
@Schema(description = "What can be changed about an integration. Lists are replaced whole.")
record IntegrationTerms(
        @Schema(required = true, description = "What people call it", examples = "Arbor, northern schools")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(required = true, description = "URNs of the schools for which it may send") @NotEmpty @Size(max = 2000)
        List<@NotNull Integer> schools,

        @Schema(required = true, description = "What it may send") @NotEmpty @Size(max = 50) @Valid
        List<@NotNull SentKind> kinds,

        @Schema(required = true, description = "Whom to ask about it", examples = "Service desk of the supplier")
        @NotBlank
        @Size(max = 200)
        String contactName,

        @Schema(required = true, description = "Where to ask", examples = "support@example.org")
        @NotBlank
        @Email
        @Size(max = 320)
        String contactEmail) {}
