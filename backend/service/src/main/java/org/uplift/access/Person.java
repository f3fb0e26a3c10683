package org.uplift.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Somebody, or a machine, who has signed in at least once. Who they are comes from the identity provider. */
@Entity
@BatchSize(size = 200)
public class Person {
    @Id
    private UUID id;

    private String subject;
    private String username;
    private String name;

    private @Nullable String email;

    private Instant firstSeen;

    @Version
    private int version;

    protected Person() {}

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String username() {
        return username;
    }

    public @Nullable String email() {
        return email;
    }

    Instant firstSeen() {
        return firstSeen;
    }
}
