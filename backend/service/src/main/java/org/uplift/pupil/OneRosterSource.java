package org.uplift.pupil;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.Columns;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowConsumer;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowSource;

/**
 * Rows of results that may be named as OneRoster 1.2 names them ({@code assessmentResults}). A row that has an
 * {@code assessmentLineItem.sourcedId} is given on in the form of rows of results; any other goes through untouched.
 *
 * <p>OneRoster has no school and no source system in a result. They stand beside the other fields under our own names, as
 * every other field of a row of results may, or they come from the defaults.
 */
final class OneRosterSource implements RowSource {
    /** What may be nested in JSON; {@code student.sourcedId} and its like are read from there. */
    static final Set<String> NESTED =
            Set.of("assessmentLineItem", "student", "scoreScale", "learningObjectiveSet", "metadata");

    private static final String LINE_ITEM = "assessmentLineItem.sourcedId";

    /** The one place that says which name is which. Those of the line item and the score are read below. */
    private static final Map<String, String> ALIASES = Map.of(
            "student.sourcedId", "upn",
            "scoreDate", "resultDate",
            "dateLastModified", "sourceUpdatedAt");

    /** What a result status is called; exempt and not submitted are no results. */
    private static final Map<String, String> STATUSES = Map.of(
            "fully graded", "final",
            "partially graded", "provisional",
            "submitted", "provisional");

    private static final Set<String> NO_RESULT = Set.of("exempt", "not submitted");

    private final RowSource rows;
    private final LineItems lineItems;
    private final Map<String, String> defaults;

    /**
     * @param lineItems what a line item is an assessment of
     * @param defaults fields for rows that do not have them, by our own names
     */
    OneRosterSource(RowSource rows, LineItems lineItems, Map<String, String> defaults) {
        this.rows = rows;
        this.lineItems = lineItems;
        this.defaults = Map.copyOf(defaults);
    }

    @Override
    public void read(RowConsumer consumer) throws IOException {
        rows.read(new Renaming(consumer));
    }

    /** Knows what the line items of a client stand for. */
    interface LineItems {
        Optional<LineItem> find(String sourcedId);

        /** Reads line items that say it themselves; a client whose ids say nothing registers them. */
        static Optional<LineItem> spelled(String sourcedId) {
            return LineItem.read(sourcedId);
        }
    }

    /** What is assessed, and when. */
    record LineItem(
            String assessmentCode, String subject, String component, String assessmentPoint, String academicYear) {
        /**
         * Reads {@code KS2/REA/TEST/summer/2025-2026}: code, subject, component, point, academic year. An assessment
         * without component or subject leaves them out: {@code EYFSP/E01/summer/2025-2026}, {@code MTC/summer/2025-2026}.
         */
        static Optional<LineItem> read(String sourcedId) {
            List<String> parts = List.of(sourcedId.split("/", -1));
            int last = parts.size() - 1;
            if (last < 2 || last > 4 || parts.stream().anyMatch(String::isBlank)) {
                return Optional.empty();
            }
            return Optional.of(new LineItem(
                    parts.getFirst(),
                    last > 2 ? parts.get(1) : "",
                    last > 3 ? parts.get(2) : "",
                    parts.get(last - 1),
                    parts.get(last).replace('-', '/')));
        }
    }

    private final class Renaming implements RowConsumer {
        private final RowConsumer consumer;

        Renaming(RowConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void row(CsvRow row) {
            String sourcedId = row.value(LINE_ITEM);
            if (sourcedId == null) {
                consumer.row(row);
            } else {
                result(row, sourcedId);
            }
        }

        private void result(CsvRow row, String sourcedId) {
            Optional<LineItem> lineItem = lineItems.find(sourcedId);
            String status = row.value("scoreStatus");
            if (lineItem.isEmpty()) {
                refuse(
                        row,
                        LINE_ITEM,
                        "unknown-line-item",
                        "The line item is not registered, and is not written as" + " KS2/REA/TEST/summer/2025-2026.");
            } else if ("tobedeleted".equals(row.value("status"))) {
                refuse(row, "status", "deletion", "A deletion is sent to /ingest/assessment-results/deletions.");
            } else if (status != null && NO_RESULT.contains(status)) {
                refuse(row, "scoreStatus", "no-result", "What is " + status + " is no result.");
            } else {
                consumer.row(CsvRow.of(row.index(), cells(row, lineItem.get(), status)));
            }
        }

        private Map<String, String> cells(CsvRow row, LineItem lineItem, @Nullable String status) {
            Map<String, String> cells = new LinkedHashMap<>(defaults);
            put(cells, "assessmentCode", lineItem.assessmentCode());
            put(cells, "subject", lineItem.subject());
            put(cells, "component", lineItem.component());
            put(cells, "assessmentPoint", lineItem.assessmentPoint());
            put(cells, "academicYear", lineItem.academicYear());
            ALIASES.forEach((theirs, ours) -> put(cells, ours, row.value(theirs)));
            cells.computeIfPresent("resultDate", (field, date) -> date.length() > 10 ? date.substring(0, 10) : date);
            put(cells, "resultStatus", status == null ? null : STATUSES.getOrDefault(status, status));
            String score = row.value("score");
            put(cells, score == null ? "grade" : "score", score == null ? row.value("textScore") : score);
            // Whoever names a field as we do means that field.
            for (String field : ResultRow.FIELDS) {
                put(cells, field, row.value(field));
            }
            return cells;
        }

        private void put(Map<String, String> cells, String field, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                cells.put(field, value);
            }
        }

        private void refuse(CsvRow row, String field, String code, String message) {
            unreadable(row.index(), RowError.at(row.index(), field, code, message));
        }

        @Override
        public void unreadable(int index, RowError why) {
            consumer.unreadable(index, why);
        }

        @Override
        public void note(String forPeople) {
            consumer.note(forPeople);
        }

        @Override
        public void columns(List<String> names) {
            if (!names.contains(LINE_ITEM)) {
                Columns.require(ResultRow.NEEDED, names);
            }
            consumer.columns(names);
        }
    }
}
