package org.uplift.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Tells the running document where this deployment signs in, so that its pages can. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class SignInFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI contract) {
        String realm =
                ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class) + "/protocol/openid-connect/";
        contract.getComponents()
                .addSecurityScheme(
                        "keycloak",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description("Sign in with an account of the trust")
                                .flows(OASFactory.createOAuthFlows()
                                        .authorizationCode(OASFactory.createOAuthFlow()
                                                .authorizationUrl(realm + "auth")
                                                .tokenUrl(realm + "token")
                                                .refreshUrl(realm + "token"))));
        contract.setSecurity(new ArrayList<>(List.of(
                OASFactory.createSecurityRequirement().addScheme("keycloak", List.of()),
                OASFactory.createSecurityRequirement().addScheme("bearer"))));
    }
}
