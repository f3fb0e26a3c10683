package org.uplift.outcome;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;

/** The catalogue of measures. It holds no school data. */
@ApplicationScoped
public class Measures implements PanacheRepositoryBase<Measure, String> {
    /** The measure with this code; 404 when there is none. */
    public Measure get(String code) {
        return findByIdOptional(code).orElseThrow(Problem::notFound);
    }

    /** The measure that a field of a payload names; 422 with the field's path when there is none. */
    public Measure named(String path, String code) {
        return findByIdOptional(code)
                .orElseThrow(() -> Problem.invalid(path, "unknown-code", "There is no measure \"" + code + "\"."));
    }

    /** Several by their codes, in one statement. */
    public Map<String, Measure> byCode(Collection<String> codes) {
        return list("code in ?1", codes).stream().collect(Collectors.toMap(Measure::code, measure -> measure));
    }

    List<Measure> all() {
        return list("order by position");
    }
}
