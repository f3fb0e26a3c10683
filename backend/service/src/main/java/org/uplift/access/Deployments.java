package org.uplift.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.uplift.platform.Problem;

/** The school memberships that are deployments: from one day until another somebody supports a school and sees it. */
@ApplicationScoped
public class Deployments {
    @Inject
    Memberships memberships;

    @Inject
    People people;

    /** Deploys a person to a school; the last day belongs to it. It counts while their token has the role too. */
    public UUID begin(UUID person, int urn, LocalDate first, LocalDate last) {
        Membership membership = Membership.of(
                people.known(person).orElseThrow(Problem::notFound),
                new NewMembership(
                        person,
                        Role.SYSTEM_LEADER,
                        Membership.Reach.SCHOOL,
                        urn,
                        null,
                        false,
                        false,
                        null,
                        first,
                        last.plusDays(1)),
                first);
        memberships.persistAndFlush(membership);
        return membership.id();
    }

    /** The deployment of a commission no longer counts from a day on. */
    public void until(UUID commission, LocalDate day) {
        memberships
                .getEntityManager()
                .createNativeQuery("select 1 from end_deployment(:commission, :day)")
                .setParameter("commission", commission)
                .setParameter("day", day)
                .getResultList();
    }
}
