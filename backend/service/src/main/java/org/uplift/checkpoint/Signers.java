package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Role;
import org.uplift.access.Scope;

/** As what the caller can sign, and which checkpoints wait for that. */
@ApplicationScoped
class Signers {
    // The same rule as Checkpoint.sign: the visitor has a place of their own; else any two, one of whom leads the
    // school.
    private static final String WAITS = """
            (k.status = 'SUBMITTED' and k.leader_id is distinct from :me and k.other_id is distinct from :me and (
                k.visitor_id is not distinct from :me
                or (k.visitor_id is distinct from :me and k.leader_id is null and {leads})
                or (k.visitor_id is null and k.other_id is null and ({leads} or {leadsTrust}))))""";

    @Inject
    Caller caller;

    @Inject
    People directory;

    @Inject
    Clock clock;

    Somebody self() {
        return new Somebody(caller.personId(), caller.name());
    }

    /** The caller, for a checkpoint of a school or of the trust. */
    Signer of(@Nullable Integer schoolUrn) {
        boolean leadsTrust = caller.scope(Role.TRUST_LEADER).trust();
        boolean leads = schoolUrn == null
                ? leadsTrust
                : caller.scope(Role.SCHOOL_LEADER).covers(schoolUrn);
        return new Signer(self(), leads, leadsTrust);
    }

    /** Who can give one of the signatures of a checkpoint. */
    Set<UUID> awaited(Checkpoint checkpoint) {
        LocalDate today = LocalDate.now(clock);
        Integer schoolUrn = checkpoint.schoolUrn();
        Somebody visitor = checkpoint.visitor();
        Set<UUID> people = new HashSet<>();
        if (schoolUrn != null) {
            people.addAll(directory.holders(Role.SCHOOL_LEADER, schoolUrn, today));
        }
        if (schoolUrn == null || visitor == null) {
            people.addAll(directory.holders(Role.TRUST_LEADER, null, today));
        }
        if (visitor != null) {
            people.add(visitor.personId());
        }
        return people;
    }

    /** The condition on {@code k} that it waits for the caller's signature; its values are put among the parameters. */
    String condition(Map<String, Object> parameters) {
        parameters.put("me", caller.personId());
        Scope schools = caller.scope(Role.SCHOOL_LEADER);
        Scope trust = caller.scope(Role.TRUST_LEADER);
        String leads = "(k.school_urn is not null and "
                + (schools.trust() ? "true" : "k.school_urn = any(:led)")
                + " or k.school_urn is null and " + trust.trust() + ")";
        if (!schools.trust()) {
            parameters.put("led", schools.schools().toArray(Integer[]::new));
        }
        return WAITS.replace("{leads}", leads).replace("{leadsTrust}", String.valueOf(trust.trust()));
    }

    /** The names of the parameters that the condition may need. */
    Set<String> parameters() {
        return Set.of("me", "led");
    }
}
