package org.uplift.access;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works in somebody's name, with their sight and nobody else's, whether or not a request of another is under way. */
@ApplicationScoped
public class OnBehalf {
    @Inject
    Caller caller;

    /** Does some work in the name of a person. */
    public void run(Actor actor, Runnable work) {
        of(actor, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** What comes of some work in the name of a person. */
    public <T> T of(Actor actor, Supplier<T> work) {
        return as(() -> caller.actAs(actor), work);
    }

    /**
     * What comes of some work that sees what a member of a committee sees of its schools today, and is nobody: neither what is
     * anybody's own, nor what somebody sees by another role.
     */
    public <T> T ofMember(UUID committee, Supplier<T> work) {
        return as(() -> caller.sitOn(committee), work);
    }

    /** Does some work that sees what an analyst of the trust sees, and is nobody. */
    public void ofOverseer(Runnable work) {
        as(caller::oversee, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private static <T> T as(Runnable who, Supplier<T> work) {
        ManagedContext context = Arc.container().requestContext();
        @Nullable ContextState around = context.getStateIfActive();
        context.activate();
        try {
            who.run();
            return work.get();
        } finally {
            context.terminate();
            if (around != null) {
                context.activate(around);
            }
        }
    }
}
