package org.uplift.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.uplift.ingest.SenderRules;
import org.uplift.platform.Problem;

/** Machines send what they are registered for, until the registration is revoked. */
@ApplicationScoped
class RegisteredSenders implements SenderRules {
    @Inject
    Integrations integrations;

    @Override
    public Optional<String> check(String kind) {
        return integrations.ofCaller().map(integration -> {
            if (integration.isRevoked()) {
                throw Problem.forbidden("The registration of " + integration.clientId() + " was revoked: "
                        + integration.revokedBecause() + " Ask the administrator of Uplift in the trust.");
            }
            if (!integration.sends(kind)) {
                throw Problem.forbidden(integration.clientId() + " is not registered to send " + kind.replace('-', ' ')
                        + "; ask the administrator of Uplift in the trust to add it.");
            }
            return integration.name();
        });
    }
}
