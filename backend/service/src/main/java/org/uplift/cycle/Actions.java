package org.uplift.cycle;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** The actions that the caller may see. */
@ApplicationScoped
public class Actions extends ScopedRepository<Action, UUID> {
    private static final int QUIET_DAYS = 30;
    private static final int MOST_OF_A_CYCLE = 1000;

    private static final String FROM = """
             from action a join priority p on p.id = a.priority_id join cycle c on c.id = p.cycle_id
                left join school s on s.urn = a.school_urn left join person l on l.id = a.lead_id
            where {scope:a.school_urn} and\s""";

    private static final String SUMMARIES = """
            select a.*, n.checkpoint_id as agreed_at, p.title as priority_title, p.ended_on as priority_ended_on, p.cycle_id, c.academic_year, c.stage,
                s.name as school_name, l.name as lead_name, u.id as update_id, u.author, u.at, u.text,
                u.status as reported,
                (select count(*) from action_update w where w.action_id = a.id) as updates
             from action a join priority p on p.id = a.priority_id join cycle c on c.id = p.cycle_id
                left join school s on s.urn = a.school_urn left join person l on l.id = a.lead_id
                left join next_step n on n.action_id = a.id
                left join lateral (select * from action_update w where w.action_id = a.id order by w.id desc limit 1) u
                    on true
            where {scope:a.school_urn} and\s""";

    private static final String REFERRED_TO = """
            select a.id from action a
            where a.id = :id and {scope:a.school_urn} and (
                exists (select from action_update u where u.action_id = a.id)
                or exists (
                    select from checkpoint k
                    where k.status = 'SIGNED_OFF' and (
                        k.id in (select f.checkpoint_id from focus f where f.action_id = a.id)
                        or k.id in (select n.checkpoint_id from next_step n where n.action_id = a.id))))
            """;

    private static final String BY_DATE = " order by a.due_on, a.id limit :rows offset :skipped";

    @Inject
    ScopedSql sql;

    @Inject
    Notifications notifications;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that are wanted, the first due first. */
    ActionPage page(ActionFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        return page(filter.where(parameters), parameters, page);
    }

    /** Those of a priority, the first due first. */
    ActionPage of(UUID priority, PageRequest page) {
        return page("a.priority_id = :priority", Map.of("priority", priority), page);
    }

    private ActionPage page(String where, Map<String, Object> parameters, PageRequest page) {
        long total = sql.rows(permission(), "select count(*)" + FROM + where, parameters)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        return new ActionPage(summaries(where, parameters, page.pageSize, page.offset()), Paging.of(page, total));
    }

    /** All of a cycle, the first due first. */
    public List<ActionSummary> ofCycle(UUID cycle) {
        return summaries("p.cycle_id = :cycle", Map.of("cycle", cycle), MOST_OF_A_CYCLE, 0);
    }

    /** The open ones that somebody leads, the first due first. */
    List<ActionSummary> openOf(UUID lead, int most) {
        ActionFilter filter = new ActionFilter();
        filter.leadPersonId = lead;
        filter.open = true;
        Map<String, Object> parameters = new HashMap<>();
        return summaries(filter.where(parameters), parameters, most, 0);
    }

    /** Those of a cycle that are still open and are carried forward, the first due first. */
    public List<Action> carriedForward(UUID cycle) {
        return readable(
                        "priority.cycle.id = :cycle and endedOn is null and status <> :done and carryForward = :carried",
                        Map.of(
                                "cycle", cycle,
                                "done", ActionStatus.DONE,
                                "carried", CarryForward.CARRY_FORWARD),
                        Sort.by("dueOn").and("id"))
                .page(0, MOST_OF_A_CYCLE)
                .list();
    }

    /** One as it reads today, or 404. */
    ActionSummary summary(UUID id) {
        return summaries("a.id = :id", Map.of("id", id), 1, 0).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Plans one that something else asks for, tells who leads it, and gives its id. */
    public UUID plan(Priority priority, ActionTerms terms, @Nullable Person lead) {
        Action action = new Action(priority, terms, lead);
        persistAndFlush(action);
        tellLead(action, null);
        return action.id();
    }

    /** Tells somebody that an action was given to them, unless they had it before. */
    void tellLead(Action action, @Nullable UUID before) {
        UUID lead = action.terms().leadPersonId();
        if (lead != null && !lead.equals(before)) {
            notifications.tell(List.of(lead), NotificationKind.ACTION_GIVEN, action.reference(), action.schoolUrn());
        }
    }

    /** Deletes one of which nothing is known yet; 409 otherwise. */
    public void withdraw(UUID id) {
        withdraw(readable(id));
    }

    void withdraw(Action action) {
        action.requireOpen();
        if (!sql.rows(permission(), REFERRED_TO, Map.of("id", action.id())).isEmpty()) {
            throw Problem.conflict(
                    "Something was reported of this action, or a signed checkpoint speaks of it, which stays known; end it"
                            + " instead.");
        }
        delete(action);
        flush();
    }

    private List<ActionSummary> summaries(String where, Map<String, Object> parameters, int rows, int skipped) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("rows", rows);
        all.put("skipped", skipped);
        return sql.rows(permission(), SUMMARIES + where + BY_DATE, all).stream()
                .map(this::summary)
                .toList();
    }

    private ActionSummary summary(Tuple row) {
        LocalDate today = LocalDate.now(clock);
        ActionStatus status = ActionStatus.valueOf(row.get("status", String.class));
        LocalDate startsOn = row.get("starts_on", LocalDate.class);
        LocalDate dueOn = row.get("due_on", LocalDate.class);
        ActionUpdateSummary latest = latest(row);
        boolean open = status != ActionStatus.DONE
                && row.get("ended_on") == null
                && row.get("priority_ended_on") == null
                && !row.get("stage", String.class).equals(Stage.CLOSED.name());
        return new ActionSummary(
                row.get("id", UUID.class),
                row.get("priority_id", UUID.class),
                row.get("priority_title", String.class),
                row.get("cycle_id", UUID.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("title", String.class),
                row.get("lead_id", UUID.class),
                row.get("lead_name", String.class),
                row.get("lead_role", String.class),
                startsOn,
                dueOn,
                row.get("success_criterion", String.class),
                row.get("cost", BigDecimal.class),
                status,
                open && dueOn != null && dueOn.isBefore(today),
                open && startsOn != null && startsOn.isBefore(today.minusDays(QUIET_DAYS)) && isQuiet(latest, today),
                row.get("done_on", LocalDate.class),
                row.get("ended_on", LocalDate.class),
                row.get("end_reason", String.class),
                Optional.ofNullable(row.get("carry_forward", String.class))
                        .map(CarryForward::valueOf)
                        .orElse(null),
                row.get("agreed_at", UUID.class),
                row.get("updates", Number.class).intValue(),
                latest,
                row.get("version", Integer.class));
    }

    private boolean isQuiet(@Nullable ActionUpdateSummary latest, LocalDate today) {
        return latest == null
                || latest.at()
                        .isBefore(today.minusDays(QUIET_DAYS)
                                .atStartOfDay(clock.getZone())
                                .toInstant());
    }

    private static @Nullable ActionUpdateSummary latest(Tuple row) {
        UUID id = row.get("update_id", UUID.class);
        return id == null
                ? null
                : new ActionUpdateSummary(
                        id,
                        row.get("author", String.class),
                        row.get("at", Instant.class),
                        row.get("text", String.class),
                        Optional.ofNullable(row.get("reported", String.class))
                                .map(ActionStatus::valueOf)
                                .orElse(null));
    }
}
