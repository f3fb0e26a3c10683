package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;

/** Reads the code lists of Common Transfer Files. */
@ApplicationScoped
class CtfCodeLists {
    @Inject
    EntityManager entities;

    /** The lists as they are in the database now. */
    CtfCodes codes() {
        return new CtfCodes(
                rows(
                                "select stage, subject, method, component, result_qualifier, valid_from, valid_to, assessment_code,"
                                        + " part, part_component, grade_set, scored, derived from ctf_assessment")
                        .stream()
                        .map(CtfCodeLists::assessment)
                        .toList(),
                rows("select code, valid_from, valid_to, facet, result_status from ctf_result_status").stream()
                        .map(row -> new CtfCodes.Status(
                                text(row, "code"), years(row), text(row, "facet"), text(row, "result_status")))
                        .toList());
    }

    private static CtfCodes.Assessment assessment(Tuple row) {
        return new CtfCodes.Assessment(
                new CtfCodes.Place(
                        text(row, "stage"),
                        text(row, "subject"),
                        text(row, "method"),
                        text(row, "component"),
                        text(row, "result_qualifier")),
                years(row),
                text(row, "assessment_code"),
                text(row, "part"),
                text(row, "part_component"),
                text(row, "grade_set"),
                row.get("scored", Boolean.class),
                Set.of(row.get("derived", String[].class)));
    }

    private static CtfCodes.Years years(Tuple row) {
        Number to = row.get("valid_to", Number.class);
        return new CtfCodes.Years(row.get("valid_from", Number.class).intValue(), to == null ? null : to.intValue());
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String statement) {
        return entities.createNativeQuery(statement, Tuple.class).getResultList();
    }
}
