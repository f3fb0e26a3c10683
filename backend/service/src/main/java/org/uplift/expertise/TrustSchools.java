package org.uplift.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** What the schools of the trust are called: whoever names one need not see it otherwise. */
@ApplicationScoped
public class TrustSchools {
    @Inject
    EntityManager entities;

    @Schema(name = "TrustSchool", description = "A school of the trust by its name.")
    public record Named(@Schema(examples = "900001") int urn, String name) {}

    /** All of them, by name. */
    @SuppressWarnings("unchecked")
    List<Named> all() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select s.urn, s.name from trust_schools() s order by lower(s.name), s.urn", Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Named(row.get("urn", Integer.class), row.get("name", String.class)))
                .toList();
    }

    /** What one is called; refuses with 422 at a path what is no school of the trust. */
    String named(String path, int urn) {
        return all().stream()
                .filter(school -> school.urn() == urn)
                .findFirst()
                .map(Named::name)
                .orElseThrow(() -> Problem.invalid(
                        path, "unknown-school", "There is no school of the trust with the URN " + urn + "."));
    }
}
