package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CopyStageTest {
    @Test
    void aCopyThatBreaksOffInTheMiddleLetsItsConnectionGo() throws Exception {
        try (Connection connection = Given.withoutIdentity()) {
            connection.setAutoCommit(false);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create temporary table staged (line int, name text) on commit drop");
                    assertThrows(IllegalStateException.class, () -> {
                        try (Stage stage = CopyStage.open(connection, "staged", "line, name")) {
                            stage.row().number(1).text("a \"quoted\", name\nwith two lines");
                            throw new IllegalStateException("the body ends here");
                        }
                    });
                }
                connection.rollback();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create temporary table staged (line int, name text) on commit drop");
                    try (Stage stage = CopyStage.open(connection, "staged", "line, name")) {
                        for (int line = 1; line <= 20_000; line++) {
                            stage.row().number(line).text("x,\"y\"\n");
                        }
                        stage.end();
                    }
                    try (ResultSet rows = statement.executeQuery("select count(*), max(name) from staged")) {
                        rows.next();
                        assertEquals(20_000, rows.getInt(1));
                        assertEquals("x,\"y\"\n", rows.getString(2));
                    }
                }
                connection.rollback();
            });
        }
    }

    @Test
    void everyTypeArrivesAsItWas() throws Exception {
        UUID id = UUID.fromString("0196aaaa-bbbb-7ccc-8ddd-eeeeffff0000");
        try (Connection connection = Given.withoutIdentity();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table staged (a int, b smallint, c text, d bytea, e uuid, f date,"
                    + " g timestamptz, h boolean, i int) on commit drop");
            try (Stage stage = CopyStage.open(connection, "staged", "a, b, c, d, e, f, g, h, i")) {
                stage.row()
                        .number(-7)
                        .small(2026)
                        .text("Æ")
                        .bytes(new byte[] {0, 1, -1})
                        .id(id)
                        .date(LocalDate.of(1999, 12, 31))
                        .moment(Instant.parse("1999-12-31T23:59:59.000001Z"))
                        .flag(true)
                        .nothing();
                stage.end();
            }
            try (ResultSet rows = statement.executeQuery("select *, extract(epoch from g)::text as at from staged")) {
                rows.next();
                assertEquals(-7, rows.getInt("a"));
                assertEquals(2026, rows.getInt("b"));
                assertEquals("Æ", rows.getString("c"));
                assertArrayEquals(new byte[] {0, 1, -1}, rows.getBytes("d"));
                assertEquals(id, rows.getObject("e"));
                assertEquals(LocalDate.of(1999, 12, 31), rows.getObject("f", LocalDate.class));
                assertEquals("946684799.000001", rows.getString("at"));
                assertTrue(rows.getBoolean("h"));
                assertNull(rows.getObject("i"));
            }
            connection.rollback();
        }
    }
}
