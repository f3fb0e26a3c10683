package org.uplift.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the contract, asked by those who may not. */
@UpliftTest
class AccessMatrixTest {
    private record Operation(Method method, String path) {}

    @Test
    void nobodyIsLetInWithoutAToken() throws Exception {
        List<String> open = new ArrayList<>();
        for (Operation operation : operations()) {
            int status = ask(operation, RestAssured.given());
            if (status != 401) {
                open.add(operation + " answered " + status);
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void aTokenWithoutAKnownRoleOpensNothingButWhoAmI() throws Exception {
        String token = Token.of("stranger", "offline_access").text();
        List<String> open = new ArrayList<>();
        for (Operation operation : operations()) {
            int status = ask(operation, RestAssured.given().header("Authorization", "Bearer " + token));
            if (status != 403 && !operation.path().equals("/api/v1/me")) {
                open.add(operation + " answered " + status);
            }
        }
        assertEquals(List.of(), open);
    }

    private static int ask(Operation operation, RequestSpecification as) {
        String path = operation
                .path()
                .replace("{urn}", "900001")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (operation.method() == Method.PATCH) {
            as.contentType("application/merge-patch+json").body("{}");
        } else if (operation.method() == Method.POST) {
            as.contentType(
                            path.matches(".*/ingest/(schools|inspections|published-results)")
                                    ? "text/csv"
                                    : "application/json")
                    .body("{}");
        }
        return as.request(operation.method(), path).statusCode();
    }

    @SuppressWarnings("unchecked")
    private static List<Operation> operations() throws Exception {
        Map<String, Object> contract = new Yaml().load(Files.readString(Path.of("../../openapi.yaml")));
        List<Operation> operations = new ArrayList<>();
        ((Map<String, Map<String, Object>>) contract.get("paths"))
                .forEach((path, item) -> item.keySet()
                        .forEach(method -> operations.add(
                                new Operation(Method.valueOf(method.toUpperCase(java.util.Locale.ROOT)), path))));
        assertTrue(operations.size() > 15);
        return operations;
    }
}
