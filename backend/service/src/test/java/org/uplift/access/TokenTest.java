package org.uplift.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;

/** Nothing of a token is left unchecked. */
@UpliftTest
class TokenTest {
    @BeforeEach
    void leader() {
        Given.trustMembership("trust.leader", "trust-leader");
    }

    private static Token leaderToken() {
        return Token.of("trust.leader", "trust-leader");
    }

    private static void refused(String token) {
        As.token(token)
                .get("/api/v1/schools")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:uplift:problem:unauthenticated"))
                .body(not(containsString("Exception")));
    }

    @Test
    void aGoodTokenIsAccepted() {
        As.token(leaderToken().text()).get("/api/v1/schools").then().statusCode(200);
    }

    @Test
    void anotherAudienceIsRefused() {
        refused(leaderToken().with("aud", "another-service").text());
        refused(leaderToken().with("aud", List.of("account", "another-service")).text());
        refused(leaderToken().with("aud", null).text());
    }

    @Test
    void oneOfSeveralAudiencesIsEnough() {
        As.token(leaderToken().with("aud", List.of("account", "uplift-api")).text())
                .get("/api/v1/schools")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherIssuerIsRefused() {
        refused(leaderToken()
                .with("iss", "https://elsewhere.test/realms/uplift")
                .text());
        refused(leaderToken().with("iss", null).text());
    }

    @Test
    void anotherKeyIsRefused() {
        refused(leaderToken().signedBy(Token.newKey()).text());
    }

    @Test
    void anExpiredTokenIsRefused() {
        refused(leaderToken().with("exp", Instant.now().getEpochSecond() - 60).text());
        refused(leaderToken().with("exp", null).text());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(leaderToken().unsigned());
    }

    @Test
    void aSymmetricSignatureMadeOfThePublicKeyIsRefused() throws Exception {
        String[] parts = leaderToken().text().split("\\.");
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"HS256\",\"kid\":\"test\"}".getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Token.publicKey(), "HmacSHA256"));
        String content = header + "." + parts[1];
        refused(content + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = leaderToken().text().split("\\.");
        String[] others = Token.of("somebody.else", "trust-leader").text().split("\\.");
        refused(parts[0] + "." + others[1] + "." + parts[2]);
        refused("not.a.token");
        refused("");
    }
}
