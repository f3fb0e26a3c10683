package org.uplift.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;

/** What is looked at to see how much support schools need. It holds no school data. */
@ApplicationScoped
public class NeedIndicators implements PanacheRepositoryBase<NeedIndicator, String> {
    /** Refuses with 422 a code that a field of a payload names and that no indicator has. */
    public void check(String path, String code) {
        if (findByIdOptional(code).isEmpty()) {
            throw Problem.invalid(path, "unknown-code", "There is no indicator of need \"" + code + "\".");
        }
    }

    /** All of them, in their order. */
    List<NeedIndicator> all() {
        return list("order by position");
    }

    /** All of them by their codes, in their order. */
    Map<String, NeedIndicator> byCode() {
        return all().stream()
                .collect(Collectors.toMap(
                        NeedIndicator::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
