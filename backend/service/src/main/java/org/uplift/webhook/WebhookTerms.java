package org.uplift.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a webhook when it is registered, and can be changed. */
@Schema(description = "Where changes are delivered, and which. Lists are replaced whole.", examples = """
        {"name": "Data warehouse", "address": "https://hooks.example.org/uplift",
         "kinds": ["outcome", "target"], "schools": [900001, 900002]}""")
record WebhookTerms(
        @Schema(required = true, description = "What people call it; no two have one name", examples = "Data warehouse")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(
                required = true,
                description = "Where it is delivered: https, without a user name, outside the own network",
                examples = "https://hooks.example.org/uplift")
        @NotBlank
        @Size(max = 2000)
        String address,

        @Schema(required = true, description = "Of which kinds of things") @NotEmpty @Size(max = 50)
        List<@NotNull WebhookKind> kinds,

        @Schema(description = "URNs of the schools; all where there is none. What belongs to no school is told always")
        @Nullable
        @Size(max = 2000)
        List<@NotNull Integer> schools) {
    List<Integer> wanted() {
        return schools == null ? List.of() : schools;
    }

    /** As it stands in the record: what follows the question mark may be a secret of the receiver. */
    WebhookTerms recorded() {
        return new WebhookTerms(name, address.replaceFirst("\\?.*", "?…"), kinds, schools);
    }
}
