package org.uplift.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.need.NeedIndicators;
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

    private static final UUID NOBODYS = new UUID(0, 0);

    @Inject
    Measures measures;

    @Inject
    NeedIndicators indicators;

    @Inject
    ScopedSql sql;

    // What people wrote of a concern is for those who read it: a plan calls it by what it is about.
    private static final String CONCERN = """
            select 'Concern about ' || lower(k.label) || ', raised on ' || to_char(c.raised_on, 'FMDD FMMonth YYYY')
            from concern c join concern_category k on k.code = c.category_code
            where c.id = :id and not c.restricted and (cast(:urn as int) is null or c.school_urn = cast(:urn as int))
                and {scope:c.school_urn}
            """;

    /** The evidence as it is kept; refuses with 422 what points at nothing. */
    NewEvidence checked(NewEvidence wanted, @Nullable Integer schoolUrn) {
        check(wanted, schoolUrn);
        return wanted.kind() == EvidenceKind.CONCERN
                ? new NewEvidence(wanted.kind(), wanted.reference(), concern(wanted.reference(), schoolUrn))
                : wanted;
    }

    private void check(NewEvidence wanted, @Nullable Integer schoolUrn) {
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
            case NEED -> indicators.check("/reference", reference);
            case INSPECTION -> inspection(reference, schoolUrn);
            case URL -> {
                if (!LINK.matcher(reference).matches()) {
                    throw Problem.invalid(
                            "/reference", "not-a-link", "A link begins with http:// or https:// and has no blanks.");
                }
            }
            case CONCERN, NOTE -> {}
        }
    }

    private String concern(@Nullable String reference, @Nullable Integer schoolUrn) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("urn", schoolUrn);
        parameters.put("id", id(String.valueOf(reference)).orElse(NOBODYS));
        return sql.rows(Permission.READ_CONCERNS, CONCERN, parameters).stream()
                .findFirst()
                .map(row -> row.get(0, String.class))
                .orElseThrow(() -> Problem.invalid(
                        "/reference",
                        "unknown-concern",
                        "\"" + reference + "\" is not a concern of this school that a plan can point at."));
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
