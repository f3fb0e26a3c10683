package org.uplift.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Access tokens as Keycloak makes them, signed with a key of the test run; and ones that must be refused. */
public final class Token {
    static final String ISSUER = "https://issuer.test/realms/uplift";
    static final String AUDIENCE = "uplift-api";
    static final KeyPair KEY = newKey();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT", "kid", "test"));
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private KeyPair key = KEY;

    private Token(String username, String... roles) {
        long now = Instant.now().getEpochSecond();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", "subject-of-" + username);
        claims.put("preferred_username", username);
        claims.put("name", "Account " + username);
        claims.put("email", username + "@example.org");
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("realm_access", Map.of("roles", List.of(roles)));
    }

    public static Token of(String username, String... roles) {
        return new Token(username, roles);
    }

    /** With another claim; null leaves it out. */
    public Token with(String claim, Object value) {
        claims.put(claim, value);
        if (value == null) {
            claims.remove(claim);
        }
        return this;
    }

    public Token signedBy(KeyPair other) {
        key = other;
        return this;
    }

    /** Without a signature, saying so. */
    public String unsigned() {
        header.put("alg", "none");
        return part(header) + "." + part(claims) + ".";
    }

    public String text() {
        try {
            String content = part(header) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes());
            return content + "." + encode(signature.sign());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half of the key, as bytes. */
    public static byte[] publicKey() {
        return KEY.getPublic().getEncoded();
    }

    static String keySet() {
        RSAPublicKey open = (RSAPublicKey) KEY.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\""
                + encode(unsigned(open.getModulus())) + "\",\"e\":\"" + encode(unsigned(open.getPublicExponent()))
                + "\"}]}";
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String part(Map<String, Object> content) {
        try {
            return encode(JSON.writeValueAsBytes(content));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
