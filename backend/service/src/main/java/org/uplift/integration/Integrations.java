package org.uplift.integration;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.platform.Problem;
import org.uplift.school.Schools;

/** The machines that are registered as senders, for the administrator. */
@ApplicationScoped
class Integrations implements PanacheRepositoryBase<Integration, UUID> {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private record Pushes(@Nullable Instant last, long received, long rejected, long quarantined, long failed) {
        static final Pushes NONE = new Pushes(null, 0, 0, 0, 0);
    }

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    Schools schools;

    PanacheQuery<Integration> byName() {
        return find("order by case when revokedAt is null then 0 else 1 end, lower(name), id");
    }

    Integration get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    boolean has(String clientId) {
        return count("clientId = ?1 and revokedAt is null", clientId) > 0;
    }

    /** The registration of who makes this request, also when it has been revoked; empty for people. */
    Optional<Integration> ofCaller() {
        return caller.isMachine() ? find("id = function('scope_integration')").firstResultOptional() : Optional.empty();
    }

    IntegrationDetail detail(Integration integration) {
        return details(List.of(integration)).getFirst();
    }

    /** Lets the files of a revoked client that wait or are being taken in come to nothing. */
    void cancelJobs(Integration revoked) {
        getEntityManager()
                .createNativeQuery("select cancel_jobs_of_integration(:id, :who, :why, :now)")
                .setParameter("id", revoked.id())
                .setParameter("who", "the revocation of " + revoked.name())
                .setParameter(
                        "why",
                        "The registration of " + revoked.name() + " was revoked: " + revoked.revokedBecause()
                                + " Nothing was kept.")
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** With the names of its schools and what each has sent, in one statement for all of them each. */
    List<IntegrationDetail> details(List<Integration> integrations) {
        Map<Integer, String> names = schools.names(integrations.stream()
                .flatMap(integration -> integration.terms().schools().stream())
                .collect(Collectors.toSet()));
        Map<UUID, Map<String, Pushes>> pushes =
                pushes(integrations.stream().map(Integration::id).toList());
        return integrations.stream()
                .map(integration -> detail(integration, names, pushes.getOrDefault(integration.id(), Map.of())))
                .toList();
    }

    private IntegrationDetail detail(Integration integration, Map<Integer, String> names, Map<String, Pushes> pushes) {
        Instant now = clock.instant();
        IntegrationTerms terms = integration.terms();
        List<KindPushes> kinds = terms.kinds().stream()
                .map(sent -> kind(
                        sent,
                        pushes.getOrDefault(sent.kind(), Pushes.NONE),
                        integration.registeredAt(),
                        integration.isRevoked() ? Instant.MIN : now))
                .toList();
        boolean late = kinds.stream().anyMatch(KindPushes::late);
        return new IntegrationDetail(
                integration.id(),
                integration.clientId(),
                terms.name(),
                integration.isRevoked()
                        ? IntegrationState.REVOKED
                        : late ? IntegrationState.LATE : IntegrationState.ACTIVE,
                terms.schools(),
                terms.schools().stream()
                        .map(urn -> names.getOrDefault(urn, "School " + urn))
                        .toList(),
                kinds,
                terms.contactName(),
                terms.contactEmail(),
                integration.registeredAt(),
                integration.revokedAt(),
                integration.revokedBecause(),
                integration.version());
    }

    private static KindPushes kind(SentKind sent, Pushes pushes, Instant registered, Instant now) {
        return new KindPushes(
                sent.kind(),
                sent.expectedEveryDays(),
                pushes.last(),
                KindPushes.isLate(sent.expectedEveryDays(), pushes.last(), registered, now),
                pushes.received(),
                pushes.rejected(),
                pushes.quarantined(),
                pushes.failed(),
                KindPushes.rate(pushes.rejected() + pushes.quarantined(), pushes.received()));
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Map<String, Pushes>> pushes(Collection<UUID> integrations) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select * from integration_pushes(cast(:integrations as uuid[]), :since)", Tuple.class)
                .setParameter("integrations", integrations.toArray(UUID[]::new))
                .setParameter("since", clock.instant().minus(LOOKED_BACK))
                .getResultList();
        Map<UUID, Map<String, Pushes>> pushes = new HashMap<>();
        for (Tuple row : rows) {
            pushes.computeIfAbsent(row.get("integration_id", UUID.class), any -> new HashMap<>())
                    .put(
                            row.get("kind", String.class),
                            new Pushes(
                                    row.get("last_at", Instant.class),
                                    row.get("received", Long.class),
                                    row.get("rejected", Long.class),
                                    row.get("quarantined", Long.class),
                                    row.get("failed", Long.class)));
        }
        return pushes;
    }
}
