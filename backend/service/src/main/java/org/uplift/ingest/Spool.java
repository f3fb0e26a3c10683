package org.uplift.ingest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.xerial.snappy.SnappyFramedInputStream;
import org.xerial.snappy.SnappyFramedOutputStream;

/**
 * Files that wait for their turn, on the disk of the service that received them. Each is compressed, with a checksum of each
 * block, and encrypted with a key of its own that only the row of its job holds: neither the file nor the database tells anything
 * without the other.
 */
@ApplicationScoped
class Spool {
    private static final int BUFFER = 1 << 16;
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final String PARTIAL = ".part";

    /**
     * A file that was received whole.
     *
     * @param key opens it
     * @param hash of what was received, and of what the request said beside it
     */
    record Received(Path file, byte[] key, byte[] hash, long size) {}

    @Inject
    @ConfigProperty(name = "uplift.spool.folder")
    Path shared;

    @Inject
    JobBook book;

    @Inject
    @ConfigProperty(name = "uplift.spool.largest")
    long largest;

    @Inject
    @ConfigProperty(name = "uplift.spool.limit")
    long limit;

    private final SecureRandom random = new SecureRandom();
    private Path folder = Path.of("");

    /** Deployments that share a machine share the place, and each has a folder of its own there. */
    @PostConstruct
    void settle() {
        try {
            folder = shared.resolve(book.deployment().toString());
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say which deployment it is of", e);
        }
    }

    /**
     * Receives a body, however large; 413 past the limit, nothing is left when it breaks off.
     *
     * @param identity what tells the request from another with the same body
     * @param readable so many bytes can be read of such a file; there may be a lower limit for all
     */
    Received receive(InputStream body, String identity, long readable) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "in-", PARTIAL);
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(identity.getBytes(StandardCharsets.UTF_8));
                long size = copy(body, file, key, digest, Math.min(readable, largest));
                return new Received(file, key, digest.digest(), size);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long copy(InputStream body, Path file, byte[] key, MessageDigest digest, long most)
            throws IOException {
        long size = 0;
        try (OutputStream out = new SnappyFramedOutputStream(
                new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE, key)))) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > most) {
                    throw Problem.of(
                            ProblemType.TOO_LARGE,
                            "The file has more than " + most + " bytes, the most that is taken; send it in parts.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** Keeps a received file for its job. */
    void keep(Received received, UUID job) {
        try {
            Files.move(received.file(), file(job), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(UUID job, byte[] key) throws IOException {
        return open(file(job), key);
    }

    InputStream open(Received received) throws IOException {
        return open(received.file(), received.key());
    }

    private static InputStream open(Path file, byte[] key) throws IOException {
        return new SnappyFramedInputStream(
                new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE, key)));
    }

    boolean holds(UUID job) {
        return Files.exists(file(job));
    }

    void drop(UUID job) {
        drop(file(job));
    }

    void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is no room for more files. */
    boolean isFull() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(Spool::size).sum() > limit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what broke off while it was being received, and files whose jobs are over. */
    void tidy(java.util.Set<UUID> wanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> wanted.stream().noneMatch(job -> file.equals(file(job))))
                    .forEach(this::drop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID job) {
        return folder.resolve(job.toString());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Cipher cipher(int mode, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
