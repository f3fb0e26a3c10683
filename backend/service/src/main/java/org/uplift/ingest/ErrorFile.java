package org.uplift.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;

/** The errors of a job as a file for a spreadsheet; nothing in it can act as a formula there. */
@ApplicationScoped
class ErrorFile {
    @Inject
    EntityManager entities;

    @SuppressWarnings("unchecked")
    String of(UUID job) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select line, outcome, path, code, message, detail from ingest_error where job_id = :job"
                                + " order by line, place",
                        Tuple.class)
                .setParameter("job", job)
                .getResultList();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("row", "outcome", "path", "code", "message", "detail");
            for (Tuple row : rows) {
                csv.writeRecord(
                        row.get(0, Integer.class).toString(),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        Formulas.harmless(row.get(4, String.class)),
                        Formulas.harmless(row.get(5, String.class)));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }
}
