package org.uplift.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final Generator.Shape SHAPE = new Generator.Shape(3, 2024, 2, 4);

    private final Generator generator = new Generator(SHAPE);

    @TempDir
    Path folder;

    @Test
    void everyPupilHasAValidNumberOfTheirOwnAndKeepsIt() {
        Rows pupils = generator.pupils();
        Set<Object> ofFirstYear = new HashSet<>();
        Set<Object> ofSecondYear = new HashSet<>();
        pupils.values().get().forEach(row -> {
            String upn = (String) row.get(pupils.fields().indexOf("upn"));
            assertTrue(isValid(upn), upn);
            (row.contains("2024/2025") ? ofFirstYear : ofSecondYear).add(upn);
        });
        assertEquals(3 * 7 * 4, ofFirstYear.size());
        assertEquals(3 * 7 * 4, ofSecondYear.size());
        ofFirstYear.retainAll(ofSecondYear);
        assertEquals(3 * 6 * 4, ofFirstYear.size(), "all but the oldest come again a year later");
    }

    /** Sum of each value times its place from 2 on, modulo 23, is the place of the letter. */
    private static boolean isValid(String upn) {
        int sum = 0;
        for (int place = 2; place <= 13; place++) {
            sum += Character.digit(upn.charAt(place - 1), 10) * place;
        }
        return upn.length() == 13 && upn.charAt(0) == "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23);
    }

    @Test
    void theSameComesOutEveryTimeAndInALargerTrust() {
        List<List<Object>> once = generator.results(0).values().get().toList();
        assertEquals(once, new Generator(SHAPE).results(0).values().get().toList());
        assertEquals(3 * 2 * 4 * Generator.RESULTS_OF_A_CLASS_OF_ONE, once.size());
        Set<List<Object>> larger = new Generator(new Generator.Shape(4, 2023, 3, 5))
                .results(0)
                .values()
                .get()
                .collect(Collectors.toSet());
        assertTrue(larger.containsAll(once));
    }

    @Test
    void everyResultIsOfAPupilAndHasAKeyOfItsOwn() {
        Rows pupils = generator.pupils();
        Set<List<Object>> known = pupils.values()
                .get()
                .map(row -> List.of(
                        row.get(pupils.fields().indexOf("schoolUrn")),
                        row.get(pupils.fields().indexOf("upn")),
                        row.get(pupils.fields().indexOf("academicYear"))))
                .collect(Collectors.toSet());
        Set<List<Object>> keys = new HashSet<>();
        generator.results(0).values().get().forEach(row -> {
            assertTrue(known.contains(List.of(row.get(1), row.get(2), row.get(3))));
            assertTrue(keys.add(row.subList(0, 9)), () -> "twice: " + row);
            assertNotEquals(row.get(10) == null, row.get(11) == null, "a score or a grade");
        });
    }

    @Test
    void aFurtherRevisionChangesEveryRowAndIsNewer() {
        Iterator<List<Object>> first = generator.results(0).values().get().iterator();
        Iterator<List<Object>> second = generator.results(1).values().get().iterator();
        while (first.hasNext()) {
            List<Object> before = first.next();
            List<Object> after = second.next();
            assertEquals(before.subList(0, 10), after.subList(0, 10));
            assertNotEquals(before.subList(10, 12), after.subList(10, 12));
            assertTrue(after.get(13).toString().compareTo(before.get(13).toString()) > 0);
        }
        assertFalse(second.hasNext());
    }

    @Test
    void nobodyIsAbsentMoreThanThereIsSchool() {
        Rows attendance = generator.attendance();
        int possible = attendance.fields().indexOf("sessionsPossible");
        assertEquals(3 * 2 * 7 * 4 * 3, attendance.values().get().count());
        attendance
                .values()
                .get()
                .forEach(row -> assertTrue((Integer) row.get(possible + 1) + (Integer) row.get(possible + 2)
                        <= (Integer) row.get(possible)));
    }

    @Test
    void theSameRowsAreWrittenInEveryFormat() throws Exception {
        Rows pupils = generator.pupils();
        Path csv = folder.resolve("pupils.csv");
        Path ndjson = folder.resolve("pupils.ndjson");
        long rows = pupils.write(csv, Rows.Format.CSV);
        assertEquals(rows, pupils.write(ndjson, Rows.Format.NDJSON));
        List<String> lines = Files.readAllLines(csv);
        assertEquals(rows + 1, lines.size());
        assertEquals(String.join(",", pupils.fields()), lines.getFirst());
        ObjectMapper mapper = new ObjectMapper();
        JsonNode one = mapper.readTree(Files.readAllLines(ndjson).getFirst());
        String[] cells = lines.get(1).split(",", -1);
        for (int at = 0; at < cells.length; at++) {
            assertEquals(cells[at], one.path(pupils.fields().get(at)).asText());
        }
        List<Rows.Batch> batches = pupils.batches(100).toList();
        assertEquals(List.of(100, 68), batches.stream().map(Rows.Batch::size).toList());
        for (Rows.Batch batch : batches) {
            assertEquals(batch.size(), mapper.readTree(batch.body()).get("rows").size());
        }
    }
}
