package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.access.ScopedSql;
import org.uplift.delegation.ApprovalState;
import org.uplift.delegation.Approvals;
import org.uplift.need.SchoolLevels;
import org.uplift.outcome.Actual;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Measures;
import org.uplift.outcome.Outcomes;
import org.uplift.school.AcademicYear;
import org.uplift.thing.Thing;
import org.uplift.thing.Things;

/** A commission with everything that belongs to it, as the caller may see it. */
@ApplicationScoped
class CommissionDetails {
    /** What is agreed counts while it goes on; of what has ended, what was given. */
    private static final String OF_SCHOOL = """
            select coalesce(sum(case when c.status in ('MATCHED', 'APPROVED', 'ACTIVE') then d.days else g.days end), 0) as agreed,
                coalesce(sum(g.days), 0) as given
            from commission c
                join (select commission_id, sum(days) as days from commission_days where academic_year = :year
                      group by commission_id) d on d.commission_id = c.id
                left join (select commission_id, sum(days) as days from commission_visit
                           where day between :first and :last group by commission_id) g on g.commission_id = c.id
            where c.school_urn = :urn and c.status not in ('REQUESTED', 'DECLINED') and {scope:c.school_urn}
            """;

    private static final String UNFIT = """
            select u.expert_id, u.name, u.reason from commission_candidate u
                join commission c on c.id = u.commission_id
            where u.commission_id = :id and {scope:c.school_urn} order by u.position limit 1000
            """;

    @Inject
    Commissions commissions;

    @Inject
    Visits visits;

    @Inject
    Proposals proposals;

    @Inject
    Impacts impacts;

    @Inject
    Parties parties;

    @Inject
    Approvals approvals;

    @Inject
    Outcomes outcomes;

    @Inject
    Measures measures;

    @Inject
    SchoolLevels levels;

    @Inject
    Things things;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    CommissionDetail of(UUID id) {
        CommissionSummary summary = commissions.summary(id);
        Commission commission = commissions.readable(id);
        List<Visit> given = visits.of(commission);
        List<Impact> said = impacts.of(commission);
        List<Change> proposed = proposals.of(commission);
        Optional<ApprovalState> approval = approval(commission);
        return new CommissionDetail(
                summary,
                commission.purpose(),
                source(commission),
                commission.days().stream()
                        .map(days -> new CommissionDetail.TermDays(
                                days.termOfYear().academicYear(),
                                days.termOfYear().term(),
                                days.days(),
                                Visits.sum(given, days.termOfYear())))
                        .toList(),
                commission.choiceReason(),
                insideFirst(commission),
                approval.orElse(null),
                commission.agreement(),
                commission.startedOn(),
                commission.endedOn(),
                commission.endReason(),
                measures(commission),
                given.stream().map(Visit::line).toList(),
                proposed.stream()
                        .map(change -> change.line(mayAnswer(commission, change)))
                        .toList(),
                said.stream().map(Impact::line).toList(),
                entitlement(commission),
                value(summary),
                may(commission, proposed, said));
    }

    private Optional<ApprovalState> approval(Commission commission) {
        // Who gives it and does not see the school, sees no request either.
        return commission.supporterNamed()
                        && caller.scope(Permission.READ_CYCLES).covers(commission.schoolUrn())
                ? approvals.state(
                        commission.decision(), commission.id(), commission.schoolUrn(), commission.approvalId())
                : Optional.empty();
    }

    private @Nullable Thing source(Commission commission) {
        UUID source = commission.sourceId();
        return source == null ? null : things.of(List.of(source)).get(source);
    }

    private List<CommissionDetail.Unfit> insideFirst(Commission commission) {
        return commission.partnerId() == null
                ? List.of()
                : sql.rows(Permission.REQUEST_SUPPORT, UNFIT, Map.of("id", commission.id())).stream()
                        .map(row -> new CommissionDetail.Unfit(
                                row.get("expert_id", UUID.class),
                                row.get("name", String.class),
                                row.get("reason", String.class)))
                        .toList();
    }

    /** Each as it was last before the support began, and as it is since: in as many statements however many they are. */
    private List<CommissionDetail.MeasureLine> measures(Commission commission) {
        Integer urn = commission.schoolUrn();
        List<ImpactMeasure> named = commission.measures();
        if (urn == null || named.isEmpty()) {
            return List.of();
        }
        Map<String, Measure> known =
                measures.byCode(named.stream().map(ImpactMeasure::measureCode).toList());
        Map<Outcomes.SeriesKey, List<Actual>> series =
                outcomes.series(named.stream().map(measure -> key(urn, measure)).toList());
        LocalDate began = commission.startedOn() == null ? commission.startsOn() : commission.startedOn();
        return named.stream()
                .map(measure -> line(
                        measure,
                        Objects.requireNonNull(known.get(measure.measureCode())),
                        series.getOrDefault(key(urn, measure), List.of()),
                        began))
                .toList();
    }

    private static Outcomes.SeriesKey key(int urn, ImpactMeasure measure) {
        return new Outcomes.SeriesKey(urn, measure.measureCode(), measure.cohort(), measure.pupilGroup());
    }

    private static CommissionDetail.MeasureLine line(
            ImpactMeasure named, Measure measure, List<Actual> series, LocalDate began) {
        return new CommissionDetail.MeasureLine(
                named.measureCode(),
                measure.label(),
                named.cohort(),
                named.pupilGroup(),
                newest(measure, series, value -> value.date().isBefore(began)),
                newest(measure, series, value -> !value.date().isBefore(began)));
    }

    private static CommissionDetail.@Nullable MeasureValue newest(
            Measure measure, List<Actual> series, Predicate<Actual> which) {
        return series.stream()
                .filter(which)
                .max(Comparator.comparing(Actual::date))
                .map(value -> new CommissionDetail.MeasureValue(
                        measure.show(value),
                        value.academicYear(),
                        value.date(),
                        value.cohortSize(),
                        value.resultStatus()))
                .orElse(null);
    }

    private CommissionDetail.@Nullable EntitlementLine entitlement(Commission commission) {
        Integer urn = commission.schoolUrn();
        SchoolLevels.Entitlement entitlement =
                urn == null ? null : levels.entitlements().get(urn);
        if (urn == null || entitlement == null) {
            return null;
        }
        AcademicYear year = AcademicYear.of(commission.startsOn());
        Tuple used = sql.rows(
                        Permission.READ_COMMISSIONS,
                        OF_SCHOOL,
                        Map.of("urn", urn, "year", year.start(), "first", year.firstDay(), "last", year.lastDay()))
                .getFirst();
        return new CommissionDetail.EntitlementLine(
                year,
                entitlement.level(),
                entitlement.label(),
                entitlement.days(),
                used.get("agreed", BigDecimal.class),
                used.get("given", BigDecimal.class));
    }

    private static CommissionDetail.@Nullable Value value(CommissionSummary summary) {
        BigDecimal given = summary.daysGiven();
        if (given.signum() == 0) {
            return null;
        }
        BigDecimal cost = summary.cost() == null ? BigDecimal.ZERO : summary.cost();
        Integer rating = summary.schoolRating();
        return new CommissionDetail.Value(
                cost,
                given,
                cost.divide(given, 2, RoundingMode.HALF_UP),
                rating,
                rating == null || rating == 1
                        ? null
                        : given.divide(BigDecimal.valueOf(rating - 1L), 1, RoundingMode.HALF_UP));
    }

    /** Who has not proposed a change, and acts for the other party. */
    boolean mayAnswer(Commission commission, Change change) {
        if (commission.status() != CommissionStatus.ACTIVE
                || !change.waits()
                || change.proposerId().equals(caller.personId())) {
            return false;
        }
        return commission.partnerId() != null
                ? parties.asks(commission) && caller.holds(Role.TRUST_LEADER, null)
                : change.isBySupporter() ? parties.asks(commission) : parties.supports(commission);
    }

    private CommissionDetail.May may(Commission commission, List<Change> proposed, List<Impact> said) {
        CommissionStatus status = commission.status();
        boolean asks = parties.asks(commission);
        boolean gives = parties.givesFor(commission);
        boolean active = status == CommissionStatus.ACTIVE;
        boolean approved = status == CommissionStatus.APPROVED;
        boolean matchable = status == CommissionStatus.REQUESTED || status == CommissionStatus.MATCHED;
        Set<Party> reviewed = said.stream().map(Impact::party).collect(Collectors.toSet());
        return new CommissionDetail.May(
                asks && matchable,
                asks && approved,
                gives && approved && commission.agreement() != null,
                gives && active,
                (asks || parties.supports(commission))
                        && active
                        && proposed.stream().noneMatch(Change::waits),
                asks && active && !reviewed.contains(Party.SCHOOL),
                gives && active && !reviewed.contains(Party.SUPPORTER),
                (asks || gives) && active && reviewed.size() == Party.values().length,
                asks && (matchable || approved) || parties.supports(commission) && approved,
                asks && (matchable || approved || active));
    }
}
