package org.uplift.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Contents in a folder that outlives the service. */
final class Folder implements FileStore {
    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(UUID id, Path content) throws IOException {
        Files.createDirectories(folder);
        Path arriving = Files.createTempFile(folder, "in-", ".part");
        try {
            Files.copy(content, arriving, StandardCopyOption.REPLACE_EXISTING);
            Files.move(arriving, place(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(place(id));
    }

    @Override
    public void remove(UUID id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    private Path place(UUID id) {
        return folder.resolve(id.toString());
    }
}
