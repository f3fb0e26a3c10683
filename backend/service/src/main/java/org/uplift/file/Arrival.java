package org.uplift.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.uplift.platform.Problem;

/** A file that has just been received and waits on the disk for what becomes of it; gone when it is closed. */
record Arrival(String name, FileType type, long size, byte[] hash, Path content) implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\"<>|:*?]");

    /** Receives a body and looks what it is; 422 when that is nothing that is taken. */
    static Arrival of(InputStream body, String wanted) throws IOException {
        String name = UNPRINTABLE
                .matcher(PATH.matcher(wanted).replaceFirst(""))
                .replaceAll(" ")
                .strip();
        Path content = Files.createTempFile("uplift-file-", ".part");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(content), digest)) {
                body.transferTo(out);
            }
            long size = Files.size(content);
            if (size == 0) {
                throw Problem.invalid("/", "empty", "The file \"" + name + "\" is empty.");
            }
            return new Arrival(name, FileType.of(content, name), size, digest.digest(), content);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(content);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }
}
