package org.uplift.expertise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

/** The days of all experts who are confirmed, added up. */
@ApplicationScoped
class TrustCapacity {
    private static final BigDecimal TERMS = BigDecimal.valueOf(TermName.values().length);

    @Inject
    Experts experts;

    @Inject
    Caller caller;

    CapacityDetail of(AcademicYear year) {
        List<Tuple> rows = caller.scope(Permission.READ_EXPERTS).isEmpty() ? List.of() : experts.loads(year);
        Map<UUID, BigDecimal> perTerm = new HashMap<>();
        Map<UUID, BigDecimal> promised = new HashMap<>();
        BigDecimal[] promisedIn = zeros();
        BigDecimal[] givenIn = zeros();
        for (Tuple row : rows) {
            UUID expert = row.get("id", UUID.class);
            perTerm.put(expert, row.get("days_per_term", BigDecimal.class));
            Integer term = row.get("term", Integer.class);
            if (term != null) {
                BigDecimal days = row.get("promised", BigDecimal.class);
                promised.merge(expert, days, BigDecimal::add);
                promisedIn[term - 1] = promisedIn[term - 1].add(days);
                givenIn[term - 1] = givenIn[term - 1].add(row.get("given", BigDecimal.class));
            }
        }
        BigDecimal inTerm = sum(perTerm.values());
        List<CapacityDetail.TermCapacity> terms = new ArrayList<>();
        for (TermName term : TermName.values()) {
            int at = term.ordinal();
            terms.add(new CapacityDetail.TermCapacity(
                    term, inTerm, promisedIn[at], givenIn[at], inTerm.subtract(promisedIn[at])));
        }
        Spread spread = new Spread(perTerm.entrySet().stream()
                .map(entry -> new Spread.Load(
                        entry.getValue().multiply(TERMS), promised.getOrDefault(entry.getKey(), BigDecimal.ZERO)))
                .toList());
        return new CapacityDetail(
                year,
                perTerm.size(),
                terms,
                inTerm.multiply(TERMS),
                sum(Arrays.asList(promisedIn)),
                sum(Arrays.asList(givenIn)),
                spread.unevenness().orElse(null),
                spread.busiestFifth().orElse(null));
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[TermName.values().length];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static BigDecimal sum(Iterable<BigDecimal> days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal one : days) {
            sum = sum.add(one);
        }
        return sum;
    }
}
