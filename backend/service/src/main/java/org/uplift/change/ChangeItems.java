package org.uplift.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Role;
import org.uplift.access.Scope;
import org.uplift.activity.Subject;
import org.uplift.activity.SubjectScope;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * What has changed, for who asks. They see an item when they may see what was done with the thing; an analyst also sees what of data
 * sets has changed: which outcomes and needs, and of other sets in which schools, when a version of the set is made.
 */
@ApplicationScoped
class ChangeItems implements PanacheRepositoryBase<ChangeItem, UUID> {
    private static final String NOW = "now";
    private static final Set<Subject> IN_DATA_SETS = EnumSet.of(Subject.OUTCOME, Subject.NEED);
    /** That rows of pupils were asked for is of the same subject, and has its line of activity. */
    private static final String OF_VERSION = "(subject = :dataSet and activityId is null)";

    @Inject
    SubjectScope subjects;

    @Inject
    Caller caller;

    @Inject
    ChangeLog log;

    @Inject
    Cursors cursors;

    /** What comes after a cursor: from the beginning where there is none, and nothing where it is now. */
    ChangePage since(@Nullable String cursor, int limit) {
        log.number();
        Position asked = cursor == null || cursor.equals(NOW) ? Position.START : cursors.open(cursor);
        ChangeLog.Horizon horizon = log.horizon(asked.number());
        if (NOW.equals(cursor)) {
            return new ChangePage(List.of(), cursors.close(horizon.head()), false);
        }
        Position from = cursor == null ? horizon.gone() : kept(asked, horizon);
        List<ChangeItem> found = visible(from, horizon.head(), limit + 1);
        boolean more = found.size() > limit;
        List<ChangeItem> shown = more ? found.subList(0, limit) : found;
        return new ChangePage(
                shown.stream()
                        .map(item -> item.line(cursors.close(item.position())))
                        .toList(),
                cursors.close(more ? shown.getLast().position() : horizon.head()),
                more);
    }

    private List<ChangeItem> visible(Position from, Position head, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("dataSet", Subject.DATA_SET);
        String visible = subjects.visible(EnumSet.allOf(Subject.class), parameters) + " and not " + OF_VERSION
                + inDataSets(parameters);
        parameters.put("from", from.number());
        parameters.put("head", head.number());
        return find("position > :from and position <= :head and (" + visible + ") order by position", parameters)
                .range(0, most - 1)
                .list();
    }

    private String inDataSets(Map<String, Object> parameters) {
        Scope analyst = caller.scope(Role.ANALYST);
        if (analyst.isEmpty()) {
            return "";
        }
        parameters.put("inDataSets", IN_DATA_SETS);
        String any = " or (subject in (:inDataSets) or " + OF_VERSION + ")";
        if (analyst.trust()) {
            return any;
        }
        parameters.put("analystSchools", analyst.schools());
        return any + " and schoolUrn in (:analystSchools)";
    }

    private static Position kept(Position asked, ChangeLog.Horizon horizon) {
        if (asked.number() < horizon.gone().number()) {
            throw Problem.of(
                    ProblemType.GONE,
                    "What has changed since then is not kept any more. Read the lists anew, and begin with since=now.");
        }
        UUID there = asked.number() == horizon.gone().number() ? horizon.gone().item() : horizon.there();
        if (!asked.item().equals(there)) {
            throw Problem.of(
                    ProblemType.GONE,
                    "The data has been put back to an earlier state since. Read the lists anew, and begin with since=now.");
        }
        return asked;
    }
}
