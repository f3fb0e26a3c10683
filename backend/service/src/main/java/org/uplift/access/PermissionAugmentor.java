package org.uplift.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets {@code @PermissionsAllowed} ask the table of {@link Permission} about the roles of a token. */
@ApplicationScoped
class PermissionAugmentor implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addPermissionChecker(asked -> Uni.createFrom().item(permits(identity, asked)))
                        .build());
    }

    private static boolean permits(SecurityIdentity identity, java.security.Permission asked) {
        String actions = asked.getActions();
        String name = actions.isEmpty() ? asked.getName() : asked.getName() + ":" + actions;
        return Permission.roles(name).stream().anyMatch(role -> identity.hasRole(role.code()));
    }
}
