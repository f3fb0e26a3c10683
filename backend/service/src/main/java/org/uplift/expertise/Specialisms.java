package org.uplift.expertise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;

/** The code list of specialisms, which everybody may know. */
@ApplicationScoped
public class Specialisms implements PanacheRepositoryBase<Specialism, String> {
    List<Specialism> inOrder() {
        return listAll(Sort.by("position"));
    }

    /** All of them by their codes. */
    public Map<String, Specialism> byCode() {
        return inOrder().stream().collect(Collectors.toMap(Specialism::code, Function.identity()));
    }

    /** The one with a code that can be chosen today; refuses any other with 422 at a path. */
    public Specialism named(String path, String code, LocalDate today) {
        return findByIdOptional(code)
                .filter(one -> one.isValidOn(today))
                .orElseThrow(() -> Problem.invalid(
                        path,
                        "unknown-code",
                        "\"" + code + "\" is no specialism; those of /specialisms can be chosen."));
    }
}
