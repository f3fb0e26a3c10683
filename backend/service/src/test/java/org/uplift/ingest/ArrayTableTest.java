package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ArrayTableTest {
    @Test
    void everyTypeArrivesAsItWas() throws Exception {
        UUID id = UUID.fromString("0196aaaa-bbbb-7ccc-8ddd-eeeeffff0000");
        ArrayTable table = new ArrayTable(
                "sent",
                "a int",
                "b smallint",
                "c text",
                "d bytea",
                "e uuid",
                "f date",
                "g timestamptz",
                "h boolean",
                "i bigint");
        table.row()
                .number(-7)
                .small(2026)
                .text("Æ {\"a\", null}")
                .bytes(new byte[] {0, 1, -1})
                .id(id)
                .date(LocalDate.of(1999, 12, 31))
                .moment(Instant.parse("1999-12-31T23:59:59.000001Z"))
                .flag(true)
                .number(5);
        table.row();
        for (int column = 0; column < 9; column++) {
            table.nothing();
        }
        table.replace("i", Map.of(5, 1L << 40)::get);
        try (Connection connection = Given.withoutIdentity();
                PreparedStatement statement = ArrayTable.prepare(
                        connection, "with {tables} select *, extract(epoch from g)::text as at from sent", table);
                ResultSet rows = statement.executeQuery()) {
            assertTrue(rows.next());
            assertEquals(-7, rows.getInt("a"));
            assertEquals(2026, rows.getInt("b"));
            assertEquals("Æ {\"a\", null}", rows.getString("c"));
            assertArrayEquals(new byte[] {0, 1, -1}, rows.getBytes("d"));
            assertEquals(id, rows.getObject("e"));
            assertEquals(LocalDate.of(1999, 12, 31), rows.getObject("f", LocalDate.class));
            assertEquals("946684799.000001", rows.getString("at"));
            assertTrue(rows.getBoolean("h"));
            assertEquals(1L << 40, rows.getLong("i"));
            assertTrue(rows.next());
            for (int column = 1; column <= 9; column++) {
                assertNull(rows.getObject(column));
            }
            assertFalse(rows.next());
        }
    }

    @Test
    void aColumnIsEmptyWhereAnotherHasSomething() throws Exception {
        ArrayTable table = new ArrayTable("sent", "a int", "b text");
        table.row().number(1).text("one");
        table.row().nothing().text("two");
        table.leaveOut("b", "a");
        try (Connection connection = Given.withoutIdentity();
                PreparedStatement statement =
                        ArrayTable.prepare(connection, "with {tables} select b from sent order by a", table);
                ResultSet rows = statement.executeQuery()) {
            assertTrue(rows.next());
            assertNull(rows.getString(1));
            assertTrue(rows.next());
            assertEquals("two", rows.getString(1));
        }
    }

    /** As in a file: what is finer than the database keeps is left out, not rounded. */
    @Test
    void aMomentIsCutToMicroseconds() throws Exception {
        ArrayTable table = new ArrayTable("sent", "a timestamptz");
        table.row().moment(Instant.parse("2026-07-14T09:30:00.123456789Z"));
        table.row().moment(Instant.parse("1969-12-31T23:59:59.999999Z"));
        try (Connection connection = Given.withoutIdentity();
                PreparedStatement statement = ArrayTable.prepare(
                        connection, "with {tables} select extract(epoch from a)::text from sent", table);
                ResultSet rows = statement.executeQuery()) {
            assertTrue(rows.next());
            assertEquals("1784021400.123456", rows.getString(1));
            assertTrue(rows.next());
            assertEquals("-0.000001", rows.getString(1));
        }
    }

    @Test
    void aTableMayHaveNoRows() throws Exception {
        try (Connection connection = Given.withoutIdentity();
                PreparedStatement statement = ArrayTable.prepare(
                        connection,
                        "with {tables} select count(*) from one, other",
                        new ArrayTable("one", "a int", "b text"),
                        new ArrayTable("other", "c bytea"));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }
}
