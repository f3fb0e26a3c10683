package org.uplift.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainRowsTest {
    private static RowResult plain(int row, RowOutcome outcome) {
        return new RowResult(row, outcome, null, null, null);
    }

    private static RowResult refused(int row) {
        return new RowResult(
                row,
                RowOutcome.REJECTED,
                null,
                List.of(RowError.ofRow(row, "wrong-type", "It is not an object.")),
                null);
    }

    @Test
    void aLetterForEachAndADotWhereThereIsMoreToSay() {
        assertEquals(
                "c.us",
                PlainRows.of(List.of(
                        plain(0, RowOutcome.CREATED),
                        refused(1),
                        plain(2, RowOutcome.UPDATED),
                        plain(3, RowOutcome.UNCHANGED),
                        refused(4))));
        assertEquals("", PlainRows.of(List.of(refused(0))));
    }

    @Property
    void allOfThemComeBackInTheirOrder(@ForAll List<RowOutcome> outcomes) {
        List<RowResult> all = new ArrayList<>();
        for (RowOutcome outcome : outcomes) {
            all.add(outcome == RowOutcome.REJECTED ? refused(all.size()) : plain(all.size(), outcome));
        }
        List<RowResult> others =
                all.stream().filter(result -> !PlainRows.isPlain(result)).toList();
        assertEquals(all, PlainRows.with(PlainRows.of(all), others));
    }
}
