package org.uplift.timetable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** The code list of kinds of activities. It holds no school data. */
@ApplicationScoped
class ActivityTypes implements PanacheRepositoryBase<ActivityType, String> {
    List<ActivityType> inOrder() {
        return list("order by position, code");
    }

    Map<String, ActivityType> byCode() {
        return streamAll().collect(Collectors.toMap(ActivityType::code, Function.identity()));
    }

    /** The type with this code; 422 when there is none on a day. */
    ActivityType on(LocalDate day, String code) {
        ActivityType type = findByIdOptional(code)
                .orElseThrow(() -> Problem.invalid(
                        "/type",
                        "unknown-code",
                        "There is no type of activity \"" + code + "\"; see /timetable/activity-types."));
        if (!type.isValidOn(day)) {
            throw Problem.invalid(
                    "/type", "not-valid", type.label() + " is not in use on " + Words.day(day) + "; choose another.");
        }
        return type;
    }
}
