package org.uplift.delegation;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** What was asked for under the scheme of delegation, and who may decide it. */
@ApplicationScoped
public class Approvals extends ScopedRepository<Approval, UUID> {
    private static final String FOR_CALLER = """
            select a.*, q.name as requester, d.name as decider, count(*) over () as total
            from approval a join person q on q.id = a.requester_id left join person d on d.id = a.decider_id
            where (a.body = any(:bodies) or a.body = 'HEADTEACHER' and a.school_urn = any(:headships)
                    or a.body = 'ACADEMY_COMMITTEE' and exists (
                        select from seats('DEVELOPMENT', a.school_urn, :today) m where m.person_id = :caller))
                and {scope:a.school_urn}
                and (cast(:outcome as text) is null or coalesce(a.outcome, 'WAITING') = :outcome)
                and (a.outcome is not null or a.requester_id <> :caller)
            order by a.id desc limit :rows offset :skipped
            """;

    private static final String CONSULTING_CALLER = """
            select a.*, q.name as requester, cast(null as text) as decider
            from approval a join person q on q.id = a.requester_id join delegation_rule r on r.id = a.rule_id
            where a.outcome is null and not a.withheld and a.requester_id <> :caller and {scope:a.school_urn}
                and (r.consulted && cast(:bodies as text[])
                    or 'HEADTEACHER' = any(r.consulted) and a.school_urn = any(:headships)
                    or 'ACADEMY_COMMITTEE' = any(r.consulted) and exists (
                        select from seats('DEVELOPMENT', a.school_urn, :today) m where m.person_id = :caller))
                and not exists (select from opinion o where o.approval_id = a.id and o.person_id = :caller)
            order by a.id desc limit :rows
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Scheme scheme;

    @Inject
    People people;

    @Inject
    @Any
    Instance<Costs> costs;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that the caller may decide or might have, newest first, in one statement. */
    ApprovalPage forCaller(@Nullable ApprovalStatus status, PageRequest page) {
        Map<String, Object> parameters = ofCaller();
        parameters.put("outcome", status == null ? null : status.name());
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows = sql.rows(Permission.DECIDE_APPROVALS, FOR_CALLER, parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new ApprovalPage(rows.stream().map(Approvals::summary).toList(), Paging.of(page, total));
    }

    /** One, or 404 where the caller may not see it, or may not know who has asked. */
    Approval known(UUID id) {
        Approval approval = readable(id);
        if (approval.isWithheld()
                && !approval.requesterId().equals(caller.personId())
                && !deciders(approval).contains(caller.personId())) {
            throw Problem.notFound();
        }
        return approval;
    }

    /** Those that wait, on which the caller is consulted and has said nothing yet, newest first. */
    List<ApprovalSummary> consulting(int most) {
        Map<String, Object> parameters = ofCaller();
        parameters.put("rows", most);
        return sql.rows(Permission.READ_CYCLES, CONSULTING_CALLER, parameters).stream()
                .map(Approvals::summary)
                .toList();
    }

    private Map<String, Object> ofCaller() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("bodies", bodies());
        parameters.put("headships", caller.headships().toArray(Integer[]::new));
        parameters.put("today", today());
        parameters.put("caller", caller.personId());
        return parameters;
    }

    private String[] bodies() {
        return Arrays.stream(Body.values())
                .filter(body -> body != Body.ACADEMY_COMMITTEE && body.includes(caller, null))
                .map(Body::name)
                .toArray(String[]::new);
    }

    /** The newest request for a subject. */
    public Optional<Approval> latest(UUID subject) {
        return readable("subjectId = :subject", Map.of("subject", subject), Sort.descending("id"))
                .firstResultOptional();
    }

    /**
     * How the decision on a subject stands; nothing where the scheme reserves it for nobody.
     *
     * @param inForce the approval under which the subject is carried out, if any
     */
    public Optional<ApprovalState> state(
            Decision decision, UUID subject, @Nullable Integer schoolUrn, @Nullable UUID inForce) {
        return scheme.rule(decision, cost(decision, subject), today()).map(rule -> {
            Approval latest = latest(subject).orElse(null);
            boolean waiting = latest != null && latest.status() == ApprovalStatus.WAITING;
            return new ApprovalState(
                    rule.summary(),
                    latest == null ? null : latest.summary(),
                    inForce != null,
                    inForce == null && !waiting && recommends(rule, schoolUrn),
                    latest != null && mayDecide(latest));
        });
    }

    /** Whether the caller decides without anybody else: the scheme reserves it for nobody, or for a body that they belong to. */
    public boolean decidesAlone(Decision decision, UUID subject, @Nullable Integer schoolUrn) {
        return scheme.rule(decision, cost(decision, subject), today())
                .map(rule -> rule.decides().decidesAlone(caller, schoolUrn))
                .orElse(true);
    }

    /** Refuses with 403 and the rule what the caller may not decide without anybody else. */
    public void requireDecider(Decision decision, UUID subject, @Nullable Integer schoolUrn, String why) {
        scheme.rule(decision, cost(decision, subject), today())
                .filter(rule -> !rule.decides().decidesAlone(caller, schoolUrn))
                .ifPresent(rule -> {
                    throw Problem.forbidden(why + " " + rule.words());
                });
    }

    /** Asks for a decision. Where somebody of the deciding body asks, the next one up decides. */
    public Approval request(Decision decision, Approval.Subject subject, @Nullable String comment) {
        BigDecimal cost = cost(decision, subject.id());
        DelegationRule rule = scheme.rule(decision, cost, today())
                .orElseThrow(() -> Problem.conflict("The scheme of delegation reserves this for nobody."));
        if (!recommends(rule, subject.schoolUrn())) {
            throw Problem.forbidden(rule.words() + " You are not of either.");
        }
        return ask(rule, subject, cost, people.self(), comment);
    }

    /**
     * Asks for a decision in the name of somebody who has asked for the thing itself, where the scheme lets them recommend it; nothing
     * where it does not, or reserves it for nobody.
     */
    public Optional<Approval> requestFor(Person requester, Decision decision, Approval.Subject subject) {
        BigDecimal cost = cost(decision, subject.id());
        return scheme.rule(decision, cost, today())
                .filter(rule -> {
                    Body body = rule.recommends();
                    return body == null
                            || body.members(people, subject.schoolUrn(), today())
                                    .contains(requester.id());
                })
                .map(rule -> ask(rule, subject, cost, requester, null));
    }

    private Approval ask(
            DelegationRule rule,
            Approval.Subject subject,
            @Nullable BigDecimal cost,
            Person requester,
            @Nullable String comment) {
        if (latest(subject.id())
                .filter(one -> one.status() == ApprovalStatus.WAITING)
                .isPresent()) {
            throw Problem.conflict("Approval has been asked for already, and is not decided yet.");
        }
        Approval approval = new Approval(
                rule,
                rule.decides().deciding(requester.id(), people, subject.schoolUrn(), today()),
                subject,
                cost,
                requester,
                clock.instant(),
                comment);
        persistAndFlush(approval);
        return approval;
    }

    /** Decides, where the rule gives it to the caller; else 403 with the rule. */
    public void decide(Approval approval, Ruling ruling) {
        follow(approval);
        refusal(approval).ifPresent(why -> {
            throw Problem.forbidden(why);
        });
        approval.decide(ruling.outcome(), ruling.reason(), people.self(), clock.instant());
    }

    /**
     * The rule in force on the day of the decision applies, for what the thing costs then, whatever was in force and whatever it cost
     * when it was asked for.
     */
    void follow(Approval approval) {
        if (approval.status() != ApprovalStatus.WAITING) {
            return;
        }
        BigDecimal cost = cost(approval.decision(), approval.subjectId());
        scheme.rule(approval.decision(), cost, today())
                .ifPresent(rule -> approval.route(
                        rule,
                        rule.id().equals(approval.rule().id())
                                ? approval.body()
                                : rule.decides()
                                        .deciding(approval.requesterId(), people, approval.schoolUrn(), today()),
                        cost));
    }

    private @Nullable BigDecimal cost(Decision decision, UUID subject) {
        return costs.stream()
                .filter(known -> known.of(decision))
                .findFirst()
                .map(known -> known.cost(subject))
                .orElse(null);
    }

    /** Whether a request waits for the caller. */
    public boolean mayDecide(Approval approval) {
        return approval.status() == ApprovalStatus.WAITING && refusal(approval).isEmpty();
    }

    /** Takes a request back that is not decided. */
    public void withdraw(Approval approval, @Nullable String why) {
        approval.decide(Outcome.WITHDRAWN, why, people.self(), clock.instant());
    }

    /** Who may decide a request. */
    public Set<UUID> deciders(Approval approval) {
        return approval.body().members(people, approval.schoolUrn(), today());
    }

    private boolean recommends(DelegationRule rule, @Nullable Integer schoolUrn) {
        Body body = rule.recommends();
        return body == null
                || body.includes(caller, schoolUrn)
                || rule.decides().includes(caller, schoolUrn);
    }

    private Optional<String> refusal(Approval approval) {
        if (approval.requesterId().equals(caller.personId())) {
            return Optional.of("You asked for this yourself. Nobody approves what they asked for; "
                    + approval.body().words() + " decides it.");
        }
        if (!approval.body().meets() && approval.body().includes(caller, approval.schoolUrn())) {
            return Optional.empty();
        }
        return Optional.of(approval.rule().words()
                + (approval.body() == approval.rule().decides()
                        ? ""
                        : (approval.rule().decides() == Body.ACADEMY_COMMITTEE
                                        ? " Because no committee looks after the school, or somebody of it asked, "
                                        : " Because somebody of that body asked, ")
                                + approval.body().words() + " decides this one.")
                + (approval.body().meets()
                        ? " It decides in a meeting; its clerk records the decision there, with who voted."
                        : ""));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ApprovalSummary summary(Tuple row) {
        Decision decision = Decision.valueOf(row.get("decision", String.class));
        UUID subject = row.get("subject_id", UUID.class);
        String outcome = row.get("outcome", String.class);
        return new ApprovalSummary(
                row.get("id", UUID.class),
                decision,
                subject,
                decision.link(subject),
                row.get("title", String.class),
                row.get("school_urn", Integer.class),
                outcome == null ? ApprovalStatus.WAITING : ApprovalStatus.valueOf(outcome),
                Body.valueOf(row.get("body", String.class)),
                row.get("requester_id", UUID.class),
                row.get("requester", String.class),
                row.get("requested_at", Instant.class),
                row.get("comment", String.class),
                row.get("decider", String.class),
                row.get("decided_at", Instant.class),
                row.get("reason", String.class),
                row.get("decided_in", UUID.class),
                row.get("amount", BigDecimal.class));
    }
}
