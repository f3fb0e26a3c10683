package org.uplift.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Where the contents of files are. */
interface FileStore {
    /** Keeps a content under an id, in place of what was there. */
    void put(UUID id, Path content) throws IOException;

    /** What is kept under an id; the reader closes it. */
    InputStream open(UUID id) throws IOException;

    /** Forgets what is kept under an id, if anything is. */
    void remove(UUID id) throws IOException;
}
