package org.uplift.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.Problem;

/** What is known of a file; its content is in the store under the same id. */
@Entity
@jakarta.persistence.Table(name = "file")
public class StoredFile implements SchoolOwned {
    @Id
    private UUID id;

    private @Nullable Integer schoolUrn;
    private UUID personId;
    private String name;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private long size;
    private byte[] hash;
    private Instant receivedAt;
    private boolean complete;

    protected StoredFile() {}

    StoredFile(UUID id, @Nullable Integer schoolUrn, UUID personId, Arrival arrival, Instant receivedAt) {
        this.id = id;
        this.schoolUrn = schoolUrn;
        this.personId = personId;
        name = arrival.name();
        type = arrival.type();
        size = arrival.size();
        hash = arrival.hash();
        this.receivedAt = receivedAt;
    }

    /** Refuses with 409 to be anything else than what arrived first under its id. */
    void requireSame(Arrival arrival, UUID person) {
        if (!personId.equals(person) || !Arrays.equals(hash, arrival.hash()) || !name.equals(arrival.name())) {
            throw Problem.conflict("There is another file with this id already; choose a new one.");
        }
    }

    /** Its content is in the store. */
    void complete() {
        complete = true;
    }

    /** Whether somebody sent it whole, who can add it to something then. */
    public boolean isBy(UUID person) {
        return complete && personId.equals(person);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    /** The hash of its content. */
    String tag() {
        return HexFormat.of().formatHex(hash);
    }

    public FileSummary summary() {
        return new FileSummary(id, name, type.mediaType(), size);
    }
}
