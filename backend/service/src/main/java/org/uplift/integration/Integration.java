package org.uplift.integration;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** A machine that sends data: a client of the identity provider, the schools and the kinds of rows that it sends. */
@Entity
public class Integration {
    private static final int MOST_AT_ONCE = 200;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String clientId;
    private String name;
    private String contactName;
    private String contactEmail;
    private Instant registeredAt;
    private @Nullable Instant revokedAt;
    private @Nullable String revokedBecause;

    @ElementCollection
    @BatchSize(size = MOST_AT_ONCE)
    @CollectionTable(name = "integration_school", joinColumns = @JoinColumn(name = "integration_id"))
    @Column(name = "school_urn")
    private Set<Integer> schools = new HashSet<>();

    /** After how many days without new rows of a kind somebody should ask; 0 when nobody waits for them. */
    @ElementCollection
    @BatchSize(size = MOST_AT_ONCE)
    @CollectionTable(name = "integration_kind", joinColumns = @JoinColumn(name = "integration_id"))
    @MapKeyColumn(name = "kind")
    @Column(name = "expected_every_days")
    private Map<String, Integer> kinds = new HashMap<>();

    @Version
    private int version;

    protected Integration() {}

    Integration(String clientId, IntegrationTerms terms, Instant now) {
        this.clientId = clientId;
        registeredAt = now;
        take(terms);
    }

    void change(IntegrationTerms terms) {
        requireInForce();
        take(terms);
    }

    /** Ends it for good: from the next request on the client can send nothing. */
    void revoke(String reason, Instant now) {
        requireInForce();
        revokedAt = now;
        revokedBecause = reason;
    }

    private void requireInForce() {
        if (isRevoked()) {
            throw Problem.conflict("The registration of " + clientId + " was revoked; register the client again.");
        }
    }

    private void take(IntegrationTerms terms) {
        name = terms.name().strip();
        contactName = terms.contactName().strip();
        contactEmail = terms.contactEmail().strip();
        Set<Integer> wanted = new TreeSet<>(terms.schools());
        schools.retainAll(wanted);
        schools.addAll(wanted);
        Map<String, Integer> sent = new TreeMap<>();
        terms.kinds()
                .forEach(
                        kind -> sent.put(kind.kind(), kind.expectedEveryDays() == null ? 0 : kind.expectedEveryDays()));
        kinds.keySet().retainAll(sent.keySet());
        kinds.putAll(sent);
    }

    IntegrationTerms terms() {
        return new IntegrationTerms(
                name,
                List.copyOf(new TreeSet<>(schools)),
                new TreeMap<>(kinds)
                        .entrySet().stream()
                                .map(kind -> new SentKind(kind.getKey(), kind.getValue() == 0 ? null : kind.getValue()))
                                .toList(),
                contactName,
                contactEmail);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean sends(String kind) {
        return kinds.containsKey(kind);
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    String name() {
        return name;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    String revokedBecause() {
        return revokedBecause;
    }

    int version() {
        return version;
    }
}
