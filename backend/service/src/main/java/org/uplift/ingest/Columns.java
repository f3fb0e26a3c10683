package org.uplift.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/** The header line of a file: which column stands where. Of two columns with one name the first counts. */
public final class Columns {
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> doubled = new ArrayList<>();

    private final int width;

    private Columns(int width) {
        this.width = width;
    }

    static Columns of(List<String> header, int most) {
        if (header.size() > most) {
            throw Problem.invalid(
                    "/columns",
                    "too-many-columns",
                    "The header line has more than " + most + " columns, which is the most that are read.");
        }
        Columns columns = new Columns(header.size());
        for (int at = 0; at < header.size(); at++) {
            String name = header.get(at).strip();
            if (!name.isEmpty() && columns.places.putIfAbsent(name, at) != null) {
                columns.doubled.add(name);
            }
        }
        if (columns.places.isEmpty()) {
            throw none();
        }
        return columns;
    }

    /** What to say when there is no header line. */
    static Problem none() {
        return Problem.invalid("/", "empty-file", "The file is empty; its first line names the columns.");
    }

    static Problem tooLong() {
        return Problem.of(
                ProblemType.MALFORMED,
                "The header line is longer than " + RowSource.LONGEST_ROW
                        + " characters: a quote is not closed, or this is no file of comma-separated values.");
    }

    /** Refuses a file that lacks one of these columns; all that are missing are named at once. */
    public static void require(Collection<String> wanted, Collection<String> there) {
        List<FieldError> missing = wanted.stream()
                .filter(name -> !there.contains(name))
                .map(name -> new FieldError(
                        "/columns/" + name.replace("~", "~0").replace("/", "~1"),
                        "column-missing",
                        "The file has no column \"" + name + "\"."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    /** Tells the consumer what the header line holds. */
    void announce(Collection<String> required, RowConsumer rows) {
        require(required, places.keySet());
        rows.columns(List.copyOf(places.keySet()));
        for (String name : doubled) {
            rows.note("The column \"" + name + "\" is there more than once; the first one counts.");
        }
    }

    Map<String, Integer> places() {
        return places;
    }

    /** How many cells the header line has, those without a name too. */
    int width() {
        return width;
    }
}
