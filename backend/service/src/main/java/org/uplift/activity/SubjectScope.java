package org.uplift.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.uplift.access.Caller;
import org.uplift.access.CommitteeScope;
import org.uplift.access.Scope;

/**
 * Of which things a caller sees what was done with them: by the permission of the subject, in the schools or the committees where
 * they have it.
 */
@ApplicationScoped
public class SubjectScope {
    @Inject
    Caller caller;

    /**
     * The condition on an entity with {@code subject}, {@code schoolUrn} and {@code committeeId} that the caller may see it.
     *
     * @param parameters to which those of the condition are added
     */
    public String visible(Set<Subject> subjects, Map<String, Object> parameters) {
        List<String> any = new ArrayList<>();
        any.add("false = true");
        for (Subject subject : subjects) {
            String name = subject.name().toLowerCase(Locale.ROOT);
            if (subject.isOfCommittee()) {
                CommitteeScope committees = caller.committees(subject.permission());
                if (!committees.isEmpty()) {
                    parameters.put(name, subject);
                    any.add("(subject = :" + name
                            + (committees.trust() ? ")" : " and committeeId in (:" + name + "Committees))"));
                }
                if (!committees.isEmpty() && !committees.trust()) {
                    parameters.put(name + "Committees", committees.committees());
                }
                continue;
            }
            Scope scope = caller.scope(subject.permission());
            if (scope.isEmpty()) {
                continue;
            }
            parameters.put(name, subject);
            if (scope.trust()) {
                any.add("subject = :" + name);
            } else {
                any.add("(subject = :" + name + " and schoolUrn in (:" + name + "Schools))");
                parameters.put(name + "Schools", scope.schools());
            }
        }
        return "(" + String.join(" or ", any) + ")";
    }
}
