package org.uplift.ingest;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table whose columns have names of their own, read by the fields that somebody has said they hold. Columns
 * of which nothing is said are passed over; of two that hold the same field the first counts.
 */
final class MappedSource implements RowSource {
    private final RowSource table;
    private final Map<String, String> fields;
    private final Collection<String> required;

    /**
     * @param fields the field that a column holds, by its heading
     * @param required the fields that some column has to hold
     */
    MappedSource(RowSource table, Map<String, String> fields, Collection<String> required) {
        this.table = table;
        this.fields = fields;
        this.required = required;
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        table.read(new RowConsumer() {
            private @Nullable Map<String, Integer> places;

            @Override
            public void columns(List<String> headings) {
                List<String> held = headings.stream()
                        .filter(fields::containsKey)
                        .map(fields::get)
                        .distinct()
                        .toList();
                Columns.require(required, held);
                rows.columns(held);
            }

            @Override
            public void row(CsvRow row) {
                if (places == null) {
                    places = byField(row.places());
                }
                rows.row(row.at(places));
            }

            @Override
            public void unreadable(int index, RowError why) {
                rows.unreadable(index, why);
            }

            @Override
            public void note(String forPeople) {
                rows.note(forPeople);
            }
        });
    }

    private Map<String, Integer> byField(Map<String, Integer> byHeading) {
        Map<String, Integer> places = new LinkedHashMap<>();
        byHeading.forEach((heading, place) -> {
            String field = fields.get(heading);
            if (field != null) {
                places.putIfAbsent(field, place);
            }
        });
        return places;
    }
}
