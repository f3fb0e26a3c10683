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
    public void check(String kind) {
        integrations.ofCaller().ifPresent(integration -> {
            if (integration.isRevoked()) {
                throw Problem.forbidden("The registration of " + integration.clientId() + " was revoked: "
                        + integration.revokedBecause() + " Ask the administrator of Uplift in the trust.");
            }
            if (!integration.sends(kind)) {
                throw Problem.forbidden(integration.clientId() + " is not registered to send " + kind.replace('-', ' ')
                        + "; ask the administrator of Uplift in the trust to add it.");
            }
        });
    }

    @Override
    public Optional<String> name() {
        return integrations.ofCaller().map(Integration::name);
    }
}
