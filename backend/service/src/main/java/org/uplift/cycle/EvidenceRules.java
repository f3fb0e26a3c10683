package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.Measures;
import org.uplift.platform.Problem;

/** Evidence points at something that is there. */
@ApplicationScoped
class EvidenceRules {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\\\]+", Pattern.CASE_INSENSITIVE);

    // An inspection counts for the school that was inspected and for the one that has followed it.
    private static final String OF_SCHOOL = """
            select i.id from school s
            join inspection i on i.school_urn = s.urn or exists (
                select 1 from school_link l
                where l.school_urn = s.urn and l.kind = 'PREDECESSOR' and l.linked_urn = i.school_urn)
            where i.id = :id and s.urn = :urn and {scope:s.urn}
            """;

    private static final String OF_TRUST = "select i.id from inspection i where i.id = :id and {scope:i.school_urn}";

    @Inject
    Measures measures;

    @Inject
    ScopedSql sql;

    /** Refuses with 422 evidence that points at nothing. */
    void check(NewEvidence wanted, @Nullable Integer schoolUrn) {
        String reference = wanted.reference();
        boolean there = reference != null && !reference.isBlank();
        if (wanted.kind() == EvidenceKind.NOTE) {
            if (there) {
                throw Problem.invalid("/reference", "not-applicable", "A note points at nothing; leave it out.");
            }
            return;
        }
        if (reference == null || !there) {
            throw Problem.invalid(
                    "/reference", "required", "Say what the evidence points at; only a note needs nothing.");
        }
        switch (wanted.kind()) {
            case OUTCOME -> measures.named("/reference", reference);
            case INSPECTION -> inspection(reference, schoolUrn);
            case URL -> {
                if (!LINK.matcher(reference).matches()) {
                    throw Problem.invalid(
                            "/reference", "not-a-link", "A link begins with http:// or https:// and has no blanks.");
                }
            }
            case NOTE -> {}
        }
    }

    private void inspection(String reference, @Nullable Integer schoolUrn) {
        Optional<UUID> id = id(reference);
        boolean found = id.isPresent()
                && !(schoolUrn == null
                                ? sql.rows(Permission.READ_INSPECTIONS, OF_TRUST, Map.of("id", id.get()))
                                : sql.rows(
                                        Permission.READ_INSPECTIONS,
                                        OF_SCHOOL,
                                        Map.of("id", id.get(), "urn", schoolUrn)))
                        .isEmpty();
        if (!found) {
            throw Problem.invalid(
                    "/reference", "unknown-inspection", "\"" + reference + "\" is not an inspection of this school.");
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
