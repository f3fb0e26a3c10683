package org.uplift.webhook;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.school.Schools;

/** The webhooks of the trust, for the administrator. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {
    private record Counted(
            long waiting, long dead, @Nullable Instant lastDelivered) {
        static final Counted NOTHING = new Counted(0, 0, null);
    }

    @Inject
    Schools schools;

    @Inject
    Clock clock;

    PanacheQuery<Webhook> byName() {
        return find("order by lower(name), id");
    }

    Webhook get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** Refuses a name that another one has. */
    void requireFree(String name, @Nullable UUID own) {
        find("lower(name) = ?1", name.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional()
                .filter(other -> !other.id().equals(own))
                .ifPresent(other -> {
                    throw Problem.conflict(
                            "There is a webhook " + other.name() + " already; give this one another name.");
                });
    }

    WebhookDetail detail(Webhook webhook) {
        return details(List.of(webhook)).getFirst();
    }

    /** With the names of their schools and how their deliveries stand, in one statement for all of them each. */
    List<WebhookDetail> details(List<Webhook> webhooks) {
        Map<Integer, String> names = schools.names(webhooks.stream()
                .flatMap(webhook -> webhook.terms().wanted().stream())
                .collect(Collectors.toSet()));
        Map<UUID, Counted> counted = counted(webhooks);
        Instant now = clock.instant();
        return webhooks.stream()
                .map(webhook -> {
                    WebhookTerms terms = webhook.terms();
                    Counted deliveries = counted.getOrDefault(webhook.id(), Counted.NOTHING);
                    return new WebhookDetail(
                            webhook.id(),
                            terms.name(),
                            terms.address(),
                            terms.kinds(),
                            terms.wanted(),
                            terms.wanted().stream()
                                    .map(urn -> names.getOrDefault(urn, "School " + urn))
                                    .toList(),
                            webhook.status(),
                            webhook.registeredAt(),
                            webhook.pausedAt(),
                            webhook.secretSince(),
                            webhook.previousUntil(now),
                            deliveries.waiting(),
                            deliveries.dead(),
                            deliveries.lastDelivered(),
                            webhook.version());
                })
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Counted> counted(List<Webhook> webhooks) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select d.webhook_id, count(*) filter (where d.status = 'WAITING') as waiting,"
                                + " count(*) filter (where d.status = 'DEAD') as dead,"
                                + " max(d.settled_at) filter (where d.status = 'DELIVERED') as delivered"
                                + " from webhook_delivery d where d.webhook_id = any(cast(:ids as uuid[])) group by d.webhook_id",
                        Tuple.class)
                .setParameter("ids", webhooks.stream().map(Webhook::id).toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Counted> counted = new HashMap<>();
        for (Tuple row : rows) {
            counted.put(
                    row.get("webhook_id", UUID.class),
                    new Counted(
                            row.get("waiting", Long.class),
                            row.get("dead", Long.class),
                            row.get("delivered", Instant.class)));
        }
        return counted;
    }
}
