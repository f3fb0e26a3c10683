package org.uplift.outcome;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;

/** The code list of groups of pupils. It holds no school data. */
@ApplicationScoped
public class PupilGroups implements PanacheRepositoryBase<PupilGroup, String> {
    /** What each group is called. */
    public Map<String, String> labels() {
        return listAll().stream().collect(Collectors.toMap(PupilGroup::code, PupilGroup::label));
    }

    Suppression suppression() {
        return new Suppression(listAll().stream().map(PupilGroup::group).toList());
    }

    /** Refuses a group that is not in the list, with the path of the field that names it. */
    public void check(String path, String code) {
        if (findByIdOptional(code).isEmpty()) {
            throw Problem.invalid(path, "unknown-code", "There is no group of pupils \"" + code + "\".");
        }
    }
}
