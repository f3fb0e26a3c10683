package org.uplift.file;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;

/** Files of the schools in which the caller may record checkpoints. */
@ApplicationScoped
public class StoredFiles extends ScopedRepository<StoredFile, UUID> {
    @Override
    protected String permission() {
        return Permission.RECORD_CHECKPOINTS;
    }

    /** The one with this id, when there is such a one that the caller may see. */
    public Optional<StoredFile> known(UUID id) {
        return readable("id = :id", Map.of("id", id), Sort.by("id")).firstResultOptional();
    }
}
