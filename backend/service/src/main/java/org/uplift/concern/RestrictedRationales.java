package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;

/**
 * Why levels of need were set because of a restricted concern: a line of its chronology, sealed with the rest of it, and read by
 * those alone who may see it. Nothing elsewhere points at the concern.
 */
@ApplicationScoped
public class RestrictedRationales {
    private static final String CONCERNS = "select e.moderation_id, e.concern_id from concern_entry e"
            + " where e.moderation_id = any(:moderations) and {scope:e.school_urn}";

    @Inject
    Concerns concerns;

    @Inject
    ConcernEntries entries;

    @Inject
    Activities activities;

    @Inject
    ScopedSql sql;

    /** Why a level is set. */
    public record Rationale(UUID moderation, @Nullable String computedLevel, String level, String words) {}

    /**
     * Opens a restricted concern for the caller as the ground of a moderation, which needs the same proof of who they are as
     * reading it; 404 where there is none for them, 422 where it is no ground for the school.
     */
    public Ground open(UUID concern, Integer schoolUrn) {
        Concerns.Opened opened = concerns.open(concern);
        opened.concern().requireNotClosed();
        if (!Objects.equals(opened.concern().schoolUrn(), schoolUrn)) {
            throw Problem.invalid("/concernId", "other-school", "The concern is about another school.");
        }
        if (!opened.concern().isRestricted()) {
            throw Problem.invalid(
                    "/concernId", "not-restricted", "The concern is not restricted; say why without naming it here.");
        }
        return new Ground(opened);
    }

    /** A restricted concern that a level of need rests on. */
    public final class Ground {
        private final Concerns.Opened opened;

        private Ground(Concerns.Opened opened) {
            this.opened = opened;
        }

        /** Writes why into the chronology of the concern. */
        public void keep(Rationale why) {
            entries.add(
                    opened,
                    ConcernEntry.Told.need(why.moderation(), why.computedLevel(), why.level(), why.words()),
                    concerns.act());
            entries.flush();
            activities.record(
                    Subject.CONCERN,
                    opened.concern().id().toString(),
                    opened.concern().schoolUrn(),
                    "set the need level because of the concern",
                    null,
                    List.of(new Change("level", why.computedLevel(), why.level())));
        }
    }

    /** The concerns that moderations rest on, by moderation, as far as the caller may see them. */
    public Map<UUID, UUID> concerns(Collection<UUID> moderations) {
        return moderations.isEmpty()
                ? Map.of()
                : sql
                        .rows(
                                Permission.OPEN_CONCERNS,
                                CONCERNS,
                                Map.of("moderations", moderations.toArray(UUID[]::new)))
                        .stream()
                        .collect(Collectors.toMap(
                                row -> id(row, "moderation_id"), row -> id(row, "concern_id"), (one, other) -> one));
    }

    private static UUID id(Tuple row, String column) {
        return row.get(column, UUID.class);
    }
}
