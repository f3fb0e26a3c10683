package org.uplift.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which concerns the caller may see: those of their schools by their role, save restricted ones; of these those alone of whose
 * school they are safeguarding lead, and those on whose need-to-know list they stand today.
 */
@ApplicationScoped
public class ConcernScope {
    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * The condition on a concern {@code c} of set-based SQL. Its values are put among the parameters: {@code day} is today,
     * {@code me} the caller.
     */
    public String condition(Map<String, Object> parameters) {
        parameters.put("day", LocalDate.now(clock));
        parameters.put("me", caller.personId());
        return "(case when c.restricted then (" + within(caller.scope(Role.SAFEGUARDING_LEAD), "led", parameters)
                + " or exists (select from need_to_know n where n.concern_id = c.id and n.person_id = :me"
                + " and n.valid_from <= :day and (n.valid_until is null or n.valid_until > :day)))"
                + " else " + within(caller.scope(Permission.READ_CONCERNS), "reading", parameters) + " end)";
    }

    private static String within(Scope scope, String name, Map<String, Object> parameters) {
        if (scope.trust()) {
            return "true";
        }
        parameters.put(name, scope.array());
        return "c.school_urn = any(:" + name + ")";
    }
}
