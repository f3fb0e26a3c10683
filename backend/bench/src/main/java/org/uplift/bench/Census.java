package org.uplift.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a file of results, in whatever order and under whatever name of each pupil: how many rows, and for each pupil a sum over
 * theirs. Two files with the same census have the same rows.
 */
record Census(long rows, long[] pupils) {
    private static final List<String> TOLD = List.of(
            "academicYear",
            "schoolUrn",
            "sourceSystem",
            "assessmentCode",
            "assessmentPoint",
            "subject",
            "component",
            "facet",
            "gradeSet",
            "grade",
            "score",
            "resultStatus");

    /**
     * Counts a file.
     *
     * @param pupil the column that tells pupils apart
     * @param date the column with the date of the result
     */
    static Census of(BufferedReader csv, String pupil, String date) throws IOException {
        List<String> names = List.of(csv.readLine().split(",", -1));
        int[] told = TOLD.stream().mapToInt(names::indexOf).toArray();
        int who = names.indexOf(pupil);
        int when = names.indexOf(date);
        int score = names.indexOf("score");
        Map<String, Long> pupils = new HashMap<>();
        long rows = 0;
        for (String line = csv.readLine(); line != null; line = csv.readLine(), rows++) {
            if (line.indexOf('"') >= 0) {
                throw new IOException("A value in quotes is not read here: " + line);
            }
            String[] values = line.split(",", -1);
            if (!values[score].isEmpty()) {
                values[score] =
                        new BigDecimal(values[score]).stripTrailingZeros().toPlainString();
            }
            StringBuilder row = new StringBuilder(values[when]);
            for (int column : told) {
                row.append(',').append(values[column]);
            }
            pupils.merge(values[who], hash(row.toString()), Long::sum);
        }
        return new Census(
                rows,
                pupils.values().stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** Whether both have the same rows. */
    boolean isSameAs(Census other) {
        return rows == other.rows && Arrays.equals(pupils, other.pupils);
    }

    /** FNV-1a, which keeps rows that differ by a letter apart. */
    private static long hash(String row) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : row.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ one) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }
}
