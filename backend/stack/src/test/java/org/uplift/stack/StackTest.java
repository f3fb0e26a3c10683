package org.uplift.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Path REALMS = Path.of("../../keycloak");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theDatabaseKeepsItsDataAndBindsTheApplicationRole() throws Exception {
        Path data = folder.resolve("postgres");
        try (Database database = Database.start(data, Ports.free());
                Connection owner = database.connect(Database.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("create table kept (school_urn int)");
            statement.execute("insert into kept values (900001)");
            statement.execute("alter table kept enable row level security");
            statement.execute("grant select on kept to " + Database.APPLICATION);
        }
        try (Database database = Database.start(data, Ports.free());
                Connection application = database.connect(Database.APPLICATION);
                Connection owner = database.connect(Database.OWNER)) {
            assertEquals(1, count(owner), "the owner finds what was stored before");
            assertEquals(0, count(application), "row-level security without a policy shows nothing");
            try (Statement statement = application.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute("create table intruder (id int)"));
                assertEquals("18", setting(statement, "server_version").split("\\.")[0]);
                assertEquals("on", setting(statement, "fsync"));
                assertEquals("on", setting(statement, "synchronous_commit"));
            }
        }
    }

    @Test
    void keycloakIssuesTokensForTheApi() throws Exception {
        try (IdentityProvider keycloak = IdentityProvider.start(
                UNPACKED,
                Files.createDirectory(folder.resolve("keycloak")),
                Ports.free(),
                REALMS.resolve("realm-demo.json"))) {
            JsonNode head = claims(keycloak.token("head.900001"));
            assertEquals(keycloak.issuer(), head.get("iss").asText());
            assertTrue(texts(head.get("aud")).contains("uplift-api"));
            assertEquals("head.900001", head.get("preferred_username").asText());
            assertTrue(texts(head.at("/realm_access/roles")).contains("school-leader"));
            assertEquals(300, head.get("exp").asLong() - head.get("iat").asLong(), "tokens are short-lived");
            JsonNode machine = claims(keycloak.clientToken("mis-demo", "mis-demo-secret"));
            assertTrue(texts(machine.at("/realm_access/roles")).contains("mis-integration"));
            assertTrue(texts(machine.get("aud")).contains("uplift-api"));
            assertThrows(IllegalStateException.class, () -> keycloak.clientToken("mis-demo", "wrong"));
        }
    }

    @Test
    void whatAKilledRunHasLeftBehindEndsWithAllThatItStarted() throws Exception {
        Path note = folder.resolve("left.pid");
        Process left = new ProcessBuilder("sh", "-c", "sleep 600 & echo started; wait").start();
        assertEquals("started", left.inputReader().readLine());
        List<ProcessHandle> family = Child.family(left.toHandle());
        assertEquals(2, family.size());
        Leftover.remember(note, left.toHandle());
        Leftover.stop(note);
        assertTrue(family.stream().noneMatch(ProcessHandle::isAlive), "nothing of it runs");
        assertFalse(Files.exists(note));
    }

    @Test
    void productionHasTheSameRolesAndNothingOfTheDemonstration() throws Exception {
        JsonNode demo = JSON.readTree(REALMS.resolve("realm-demo.json").toFile());
        JsonNode production =
                JSON.readTree(REALMS.resolve("realm-production.json").toFile());
        assertEquals(demo.get("roles"), production.get("roles"));
        assertFalse(production.has("users"), "production starts without accounts");
        assertEquals(Set.of("admin-cli", "uplift-web"), names(production.get("clients"), "clientId"));
        for (JsonNode client : production.get("clients")) {
            assertFalse(client.get("directAccessGrantsEnabled").asBoolean(), "nobody asks for a password but Keycloak");
        }
        assertFalse(production.get("clients").get(0).get("enabled").asBoolean(), "the built-in client is off");
        JsonNode web = production.get("clients").get(1);
        assertEquals("S256", web.at("/attributes/pkce.code.challenge.method").asText());
        assertTrue(production.get("bruteForceProtected").asBoolean());
        assertTrue(production.get("passwordPolicy").asText().contains("length(12)"));
        assertTrue(production.get("accessTokenLifespan").asInt() <= 300);
        assertFalse(
                Files.readString(REALMS.resolve("realm-production.json")).contains("secret\""),
                "no secrets in the file");
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        if (list.isTextual()) {
            texts.add(list.asText());
        }
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Set<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.get(field).asText())
                .collect(java.util.stream.Collectors.toSet());
    }
}
