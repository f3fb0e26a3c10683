package org.uplift.concern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.LocalDate;
import java.util.List;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** One of the lists of codes that concerns use. It holds no school data. */
interface CodeList<E extends Listed> extends PanacheRepositoryBase<E, String> {
    /** What names a code of this list in a request. */
    String path();

    default List<E> inOrder() {
        return list("order by position, code");
    }

    /** The one with this code; 422 when there is none on a day. */
    default E on(LocalDate day, String code) {
        E known = findByIdOptional(code)
                .orElseThrow(() -> Problem.invalid(
                        path(), "unknown-code", "\"" + code + "\" is not in the list; see /concern-lists."));
        if (!known.isValidOn(day)) {
            throw Problem.invalid(
                    path(), "not-valid", known.label() + " is not in use on " + Words.day(day) + "; choose another.");
        }
        return known;
    }
}
