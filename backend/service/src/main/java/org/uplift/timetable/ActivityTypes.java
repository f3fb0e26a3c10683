package org.uplift.timetable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** The code list of kinds of activities. It holds no school data. */
@ApplicationScoped
class ActivityTypes implements PanacheRepositoryBase<ActivityType, String> {
    /** More than any trust has, so that the list needs no pages. */
    private static final int MOST = 100;

    /** Those of schools, then those of the trust. */
    List<ActivityType> inOrder() {
        return list("order by ofTrust, position, code");
    }

    /** The type with this code, or 404. */
    ActivityType get(String code) {
        return findByIdOptional(code).orElseThrow(Problem::notFound);
    }

    /** Another one, from a day on, under a code of its own. */
    ActivityType add(NewActivityType wanted, LocalDate from) {
        if (count() >= MOST) {
            throw Problem.conflict(
                    "There are " + MOST + " types of activities, which is the most; change one of them.");
        }
        requireFree(wanted.label(), null);
        requireCheckpoint(wanted.checkpointType());
        int last = find("order by position desc").firstResult().position();
        ActivityType type = new ActivityType(freeCode(ActivityType.codeOf(wanted.label())), last + 1, wanted, from);
        persistAndFlush(type);
        return type;
    }

    /** Refuses with 422 a label that another one has. */
    void requireFree(String label, @Nullable ActivityType own) {
        find("lower(label) = lower(?1)", label.strip())
                .firstResultOptional()
                .filter(other -> !other.equals(own))
                .ifPresent(other -> {
                    throw Problem.invalid("/label", "taken", "There is a type called " + other.label() + " already.");
                });
    }

    private void requireCheckpoint(@Nullable String code) {
        if (code != null
                && getEntityManager()
                        .createNativeQuery("select 1 from checkpoint_type where code = :code")
                        .setParameter("code", code)
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid(
                    "/checkpointType",
                    "unknown-code",
                    "There is no type of checkpoint \"" + code + "\"; see /checkpoint-types.");
        }
    }

    /** Another type may have had this label when its code was made. */
    private String freeCode(String wanted) {
        Set<String> taken = byCode().keySet();
        return Stream.iterate(1, at -> at + 1)
                .map(at -> at == 1 ? wanted : wanted + "-" + at)
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
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
