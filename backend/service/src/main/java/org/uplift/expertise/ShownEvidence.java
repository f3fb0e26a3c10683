package org.uplift.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.Measures;
import org.uplift.platform.Problem;

/** Evidence points at something that is there, and says what it shows. */
@ApplicationScoped
class ShownEvidence {
    // Every school reads it: where the checkpoint was, it does not tell.
    private static final String SIGNED = """
            select y.label || ' of ' || to_char(k.held_on, 'FMDD FMMonth YYYY') as label
            from checkpoint k join checkpoint_type y on y.code = k.type_code
            where k.id = :id and k.status = 'SIGNED_OFF' and {scope:k.school_urn}
                and (k.recorder_id = :me or k.visitor_id = :me
                     or exists (select from participant p where p.checkpoint_id = k.id and p.person_id = :me))
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Measures measures;

    @Inject
    Caller caller;

    /** What it is called where nobody says; refuses with 422 what points at nothing. */
    String label(NewExpertEvidence wanted) {
        String said = wanted.label() == null || wanted.label().isBlank() ? null : wanted.label();
        return switch (wanted.kind()) {
            case NOTE -> {
                if (said == null) {
                    throw Problem.invalid("/label", "required", "Say what is to be known.");
                }
                yield said;
            }
            case MEASURE -> {
                String measure = measures.named("/reference", reference(wanted)).label();
                yield said == null ? measure : said;
            }
            case CHECKPOINT -> {
                String checkpoint = checkpoint(reference(wanted));
                yield said == null ? checkpoint : said;
            }
        };
    }

    private static String reference(NewExpertEvidence wanted) {
        @Nullable String reference = wanted.reference();
        if (reference == null || reference.isBlank()) {
            throw Problem.invalid(
                    "/reference", "required", "Say what the evidence points at; only a note needs nothing.");
        }
        return reference;
    }

    private String checkpoint(String reference) {
        return id(reference)
                .flatMap(id ->
                        sql.rows(Permission.READ_CYCLES, SIGNED, Map.of("id", id, "me", caller.personId())).stream()
                                .findFirst())
                .map(row -> row.get("label", String.class))
                .orElseThrow(() -> Problem.invalid(
                        "/reference",
                        "unknown-checkpoint",
                        "\"" + reference + "\" is not a signed checkpoint at which you were."));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
