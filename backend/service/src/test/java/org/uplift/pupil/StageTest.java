package org.uplift.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class StageTest {
    @Test
    void aCopyThatBreaksOffInTheMiddleLetsItsConnectionGo() throws Exception {
        try (Connection connection = Given.withoutIdentity()) {
            connection.setAutoCommit(false);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create temporary table staged (line int, name text) on commit drop");
                    assertThrows(
                            IllegalStateException.class,
                            () -> Stage.copy(connection, "staged", "line, name", List.of(1, 2, 3), line -> {
                                if (line == 3) {
                                    throw new IllegalStateException("the body ends here");
                                }
                                return new Object[] {line, "a \"quoted\", name\nwith two lines"};
                            }));
                }
                connection.rollback();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create temporary table staged (line int, name text) on commit drop");
                    Stage.copy(connection, "staged", "line, name", List.of(1, 2), line ->
                            new Object[] {line, "x,\"y\"\n"});
                    try (ResultSet rows = statement.executeQuery("select count(*), max(name) from staged")) {
                        rows.next();
                        assertEquals(2, rows.getInt(1));
                        assertEquals("x,\"y\"\n", rows.getString(2));
                    }
                }
                connection.rollback();
            });
        }
    }
}
