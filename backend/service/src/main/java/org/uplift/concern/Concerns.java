package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.uplift.access.ConcernScope;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.access.Scope;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.sealing.KeyRing;
import org.uplift.sealing.Seal;
import org.uplift.sealing.SealedKey;

/** The concerns that the caller may see. */
@ApplicationScoped
class Concerns extends ScopedRepository<Concern, UUID> {
    private static final String FROM = " from concern c where {scope:c.school_urn} and ";

    private static final String LINES = """
            select c.id, c.school_urn, s.name as school_name, c.category_code, k.label as category_label, k.complaint, c.source_code,
                r.label as source_label, c.restricted, c.severity, c.status, v.from_code as severity_before,
                v.to_code as severity_after, g.from_code as lowered_from, c.key_id, c.sealed_key, c.title, c.summary, c.raised_on, c.raised_name,
                c.owner_id, o.name as owner_name, c.review_on, coalesce(a.open, 0) as open_actions, a.next_on,
                c.outcome_code, u.label as outcome_label, c.closing_summary, c.closer_id, c.closer_name,
                c.asked_to_close is not null as asked, c.closed_at, c.merged_into, c.retain_until, c.legal_hold, c.version,
                case when c.owner_id is null and c.status <> 'CLOSED' and c.severity in ('HIGH', 'CRITICAL')
                    then school_day_after(c.school_urn, coalesce(v.happened_on, c.raised_on), 1) end as owner_due_on,
                d.label as deadline, d.due_on as deadline_on
            from concern c
            join concern_category k on k.code = c.category_code
            left join school s on s.urn = c.school_urn
            left join concern_source r on r.code = c.source_code
            left join concern_outcome u on u.code = c.outcome_code
            left join person o on o.id = c.owner_id
            left join lateral (
                select e.from_code, e.to_code, e.happened_on from concern_entry e
                where e.concern_id = c.id and e.kind = 'SEVERITY' order by e.id desc limit 1) v on true
            left join lateral (
                select e.from_code from concern_entry e
                where e.concern_id = c.id and e.kind = 'SEVERITY' and e.person_id = :me
                order by array_position(array['critical', 'high', 'moderate', 'low'], e.from_code) limit 1) g on true
            left join lateral (
                select count(*) as open, min(a.due_on) as next_on from concern_action a
                where a.concern_id = c.id and a.done_on is null) a on true
            left join lateral (
                select e.label, e.due_on from complaint_deadlines(c.id) e
                where k.complaint and c.status <> 'CLOSED' and e.open order by e.due_on, e.position limit 1) d on true
            where {scope:c.school_urn} and\s""";

    /** What is grave and not restricted is a trust leader's to know of; what is restricted a safeguarding lead's. */
    private static final String WAITING = """
            c.status <> 'CLOSED' and (
                c.owner_id = :me
                or (not c.restricted and (c.severity in ('HIGH', 'CRITICAL') or c.asked_to_close is not null) and {leader})
                or (c.restricted and (c.owner_id is null or c.asked_to_close is not null) and {lead})
                or (not c.restricted and c.owner_id is null and c.severity in ('HIGH', 'CRITICAL') and {head}))
            order by c.severity_rank desc, c.raised_on, c.id""";

    @Inject
    ScopedSql sql;

    @Inject
    ConcernScope concerns;

    @Inject
    Closers closers;

    @Inject
    NeedsToKnow needs;

    @Inject
    ConcernReads reads;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    @ConfigProperty(name = "uplift.step-up.level")
    int level;

    @ConfigProperty(name = "uplift.step-up.lasts")
    Duration lasts;

    /** A concern that the caller has open. */
    record Opened(Concern concern, Seal seal, Standing standing) {
        /** Refuses with 403 what those named may not do. */
        Concern handled() {
            if (!standing.handles()) {
                throw Problem.forbidden("You need to know of this concern; its safeguarding leads handle it.");
            }
            return concern;
        }

        /** Refuses with 403 what safeguarding leads alone may do. */
        Concern led() {
            if (standing != Standing.LEAD) {
                throw Problem.forbidden("A safeguarding lead of the school decides this.");
            }
            return concern;
        }
    }

    @Override
    protected String permission() {
        return Permission.OPEN_CONCERNS;
    }

    /** Now, and the caller. */
    Concern.Act act() {
        Instant now = clock.instant();
        return new Concern.Act(caller.personId(), caller.name(), now, today());
    }

    /**
     * Opens one for the caller, or 404. A restricted one opens for who has proved a moment ago who they are, and keeps who
     * opened it.
     */
    Opened open(UUID id) {
        Concern concern = readable(id);
        Standing standing = standing(concern).orElseThrow(Problem::notFound);
        if (concern.isRestricted()) {
            if (!caller.hasSteppedUp(level, clock.instant().minus(lasts))) {
                throw Problem.stepUp(
                        "It is restricted: prove again who you are, to the level that acrValues names.",
                        String.valueOf(level));
            }
            reads.keep(concern, act());
        }
        return new Opened(concern, keys.seal(concern.key(), Concern.place(id)), standing);
    }

    private Optional<Standing> standing(Concern concern) {
        if (!concern.isRestricted()) {
            return caller.scope(Permission.READ_CONCERNS).covers(concern.schoolUrn())
                    ? Optional.of(Standing.HANDLER)
                    : Optional.empty();
        }
        if (caller.holds(Role.SAFEGUARDING_LEAD, concern.schoolUrn())) {
            return Optional.of(Standing.LEAD);
        }
        return needs.names(concern.id(), caller.personId(), today()) ? Optional.of(Standing.NAMED) : Optional.empty();
    }

    /** Those that are wanted. */
    ConcernPage page(ConcernFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = concerns.condition(parameters) + " and " + filter.where(parameters);
        long total = sql.rows(permission(), "select count(*)" + FROM + where, parameters)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        return new ConcernPage(
                lines(where + filter.order(), parameters, page.pageSize, page.offset()).stream()
                        .map(row -> summary(row, false))
                        .toList(),
                Paging.of(page, total));
    }

    /** Those that wait for the caller, the gravest first. */
    List<ConcernSummary> waiting(int most) {
        Map<String, Object> parameters = new HashMap<>();
        String seen = concerns.condition(parameters);
        Scope lead = caller.scope(Role.SAFEGUARDING_LEAD);
        parameters.put("wards", lead.schools().toArray(Integer[]::new));
        parameters.put("headships", caller.headships().toArray(Integer[]::new));
        String waiting = WAITING.replace("{leader}", String.valueOf(caller.holds(Role.TRUST_LEADER, null)))
                .replace("{lead}", "(" + lead.trust() + " or c.school_urn = any(:wards))")
                .replace("{head}", "c.school_urn = any(:headships)");
        return lines(seen + " and " + waiting, parameters, most, 0).stream()
                .map(row -> summary(row, false))
                .toList();
    }

    /** One that the caller has open, as it reads today. */
    ConcernSummary summary(Concern concern) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", concern.id()));
        return lines(concerns.condition(parameters) + " and c.id = :id", parameters, 1, 0).stream()
                .map(row -> summary(row, true))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private List<Tuple> lines(String which, Map<String, Object> parameters, int most, int skipped) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("rows", most);
        all.put("skipped", skipped);
        return sql.rows(permission(), LINES + which + " limit :rows offset :skipped", all);
    }

    private ConcernSummary summary(Tuple row, boolean opened) {
        UUID id = row.get("id", UUID.class);
        boolean restricted = row.get("restricted", Boolean.class);
        Integer urn = row.get("school_urn", Integer.class);
        Severity severity = Severity.valueOf(row.get("severity", String.class));
        ConcernStatus status = ConcernStatus.valueOf(row.get("status", String.class));
        LocalDate raisedOn = row.get("raised_on", LocalDate.class);
        Instant closedAt = row.get("closed_at", Instant.class);
        LocalDate reviewOn = row.get("review_on", LocalDate.class);
        LocalDate ownerDueOn = row.get("owner_due_on", LocalDate.class);
        LocalDate deadlineOn = row.get("deadline_on", LocalDate.class);
        boolean asked = row.get("asked", Boolean.class) && status != ConcernStatus.CLOSED;
        boolean handled = restricted
                ? caller.holds(Role.SAFEGUARDING_LEAD, urn)
                : caller.scope(Permission.READ_CONCERNS).covers(urn);
        Words words = words(row, id, opened, restricted);
        return new ConcernSummary(
                id,
                ConcernReference.of(id),
                urn,
                row.get("school_name", String.class),
                row.get("category_code", String.class),
                row.get("category_label", String.class),
                row.get("complaint", Boolean.class),
                row.get("source_code", String.class),
                row.get("source_label", String.class),
                restricted,
                severity,
                status,
                Direction.of(
                        severity(row.get("severity_before", String.class)),
                        severity(row.get("severity_after", String.class))),
                words.title(),
                words.summary(),
                raisedOn,
                row.get("raised_name", String.class),
                (int) ChronoUnit.DAYS.between(
                        raisedOn, closedAt == null ? today() : LocalDate.ofInstant(closedAt, clock.getZone())),
                row.get("owner_id", UUID.class),
                row.get("owner_name", String.class),
                ownerDueOn,
                reviewOn,
                row.get("deadline", String.class),
                deadlineOn,
                status != ConcernStatus.CLOSED && (isPast(reviewOn) || isPast(ownerDueOn) || isPast(deadlineOn)),
                row.get("open_actions", Number.class).intValue(),
                row.get("next_on", LocalDate.class),
                row.get("outcome_code", String.class),
                row.get("outcome_label", String.class),
                words.closing(),
                row.get("closer_name", String.class),
                asked,
                closedAt,
                row.get("merged_into", UUID.class),
                row.get("retain_until", LocalDate.class),
                row.get("legal_hold", Boolean.class),
                handled,
                handled
                        && status != ConcernStatus.CLOSED
                        && closers.refusal(
                                        severity.orGraver(severity(row.get("lowered_from", String.class))),
                                        restricted,
                                        urn,
                                        row.get("owner_id", UUID.class),
                                        asked ? row.get("closer_id", UUID.class) : null)
                                .isEmpty(),
                row.get("version", Integer.class));
    }

    /** What people wrote of a concern, as far as its reader sees it here. */
    private record Words(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String closing) {}

    private Words words(Tuple row, UUID id, boolean opened, boolean restricted) {
        if (restricted && !opened) {
            return new Words(null, null, null);
        }
        Seal seal = keys.seal(
                SealedKey.of(row.get("key_id", String.class), row.get("sealed_key", byte[].class)), Concern.place(id));
        String title = seal.open(row.get("title", byte[].class), Concern.Part.TITLE.of(id));
        if (!opened) {
            return new Words(title, null, null);
        }
        byte[] closing = row.get("closing_summary", byte[].class);
        return new Words(
                title,
                seal.open(row.get("summary", byte[].class), Concern.Part.SUMMARY.of(id)),
                closing == null ? null : seal.open(closing, Concern.Part.CLOSING.of(id)));
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && day.isBefore(today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable Severity severity(@Nullable String name) {
        return name == null ? null : Severity.fromString(name);
    }
}
