package org.uplift.integration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration to register. */
@Schema(description = "A machine to register as a sender of data.")
record NewIntegration(
        @Schema(
                required = true,
                description = "The client's id in Keycloak; it may sign in for the first time later",
                examples = "mis-demo")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "\\S+", message = "has no white space")
        String clientId,

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
        String contactEmail) {
    IntegrationTerms terms() {
        return new IntegrationTerms(name, schools, kinds, contactName, contactEmail);
    }
}
