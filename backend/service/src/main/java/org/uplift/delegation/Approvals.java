package org.uplift.delegation;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
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
            where a.body = any(:bodies) and {scope:a.school_urn}
                and (cast(:outcome as text) is null or coalesce(a.outcome, 'WAITING') = :outcome)
                and (a.outcome is not null or a.requester_id <> :caller)
            order by a.id desc limit :rows offset :skipped
            """;

    @Inject
    ScopedSql sql;

    @Inject
    Scheme scheme;

    @Inject
    People people;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_CYCLES;
    }

    /** Those that the caller may decide or might have, newest first, in one statement. */
    ApprovalPage forCaller(@Nullable ApprovalStatus status, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("bodies", bodies());
        parameters.put("outcome", status == null ? null : status.name());
        parameters.put("caller", caller.personId());
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows = sql.rows(Permission.DECIDE_APPROVALS, FOR_CALLER, parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new ApprovalPage(rows.stream().map(Approvals::summary).toList(), Paging.of(page, total));
    }

    private String[] bodies() {
        return Arrays.stream(Body.values())
                .filter(body -> body.includes(caller, null))
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
        return scheme.rule(decision, today()).map(rule -> {
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
    public boolean decidesAlone(Decision decision, @Nullable Integer schoolUrn) {
        return scheme.rule(decision, today())
                .map(rule -> rule.decides().decidesAlone(caller, schoolUrn))
                .orElse(true);
    }

    /** Asks for a decision. Where somebody of the deciding body asks, the next one up decides. */
    public Approval request(Decision decision, Approval.Subject subject, @Nullable String comment) {
        DelegationRule rule = scheme.rule(decision, today())
                .orElseThrow(() -> Problem.conflict("The scheme of delegation reserves this for nobody."));
        if (!recommends(rule, subject.schoolUrn())) {
            throw Problem.forbidden(rule.words() + " You are not of either.");
        }
        if (latest(subject.id())
                .filter(one -> one.status() == ApprovalStatus.WAITING)
                .isPresent()) {
            throw Problem.conflict("Approval has been asked for already, and is not decided yet.");
        }
        Approval approval = new Approval(
                rule,
                rule.decides().deciding(caller.personId(), people, subject.schoolUrn(), today()),
                subject,
                people.self(),
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

    /** The rule in force on the day of the decision applies, whatever was in force on the day of the request. */
    void follow(Approval approval) {
        if (approval.status() != ApprovalStatus.WAITING) {
            return;
        }
        scheme.rule(approval.decision(), today())
                .filter(rule -> !rule.id().equals(approval.rule().id()))
                .ifPresent(rule -> approval.route(
                        rule, rule.decides().deciding(approval.requesterId(), people, approval.schoolUrn(), today())));
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
        if (approval.body() != Body.TRUST_BOARD && approval.body().includes(caller, approval.schoolUrn())) {
            return Optional.empty();
        }
        return Optional.of(approval.rule().words()
                + (approval.body() == approval.rule().decides()
                        ? ""
                        : " Because somebody of that body asked, "
                                + approval.body().words() + " decides this one.")
                + (approval.body() == Body.TRUST_BOARD
                        ? " The board decides in a meeting; its clerk records the decision there, with who voted."
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
                row.get("decided_in", UUID.class));
    }
}
