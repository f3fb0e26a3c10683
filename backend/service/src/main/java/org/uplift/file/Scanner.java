package org.uplift.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * Has files looked at by a malware scanner that speaks as {@code clamd} does (command {@code INSTREAM}), where one is
 * configured. Without its answer nothing is kept.
 */
@ApplicationScoped
class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final int PIECE = 1 << 16;
    private static final int PATIENCE = 60_000;
    private static final int LONGEST_ANSWER = 4_096;

    @Inject
    @ConfigProperty(name = "uplift.files.scanner.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "uplift.files.scanner.port")
    int port;

    /** Refuses what the scanner finds with 422; 503 while it does not answer. */
    void scan(Path content, String name) {
        if (host.isEmpty()) {
            return;
        }
        String answer = answer(host.get(), content);
        if (answer.endsWith(" FOUND")) {
            LOG.warn("The scanner found " + answer + " in a file, which was not kept");
            throw Problem.invalid("/name", "malware", "The malware scanner refused \"" + name + "\"; it was not kept.");
        }
        if (!answer.endsWith(" OK")) {
            LOG.error("The scanner answered: " + answer);
            throw unavailable();
        }
    }

    private String answer(String at, Path content) {
        try (Socket scanner = new Socket();
                InputStream in = Files.newInputStream(content)) {
            scanner.connect(new InetSocketAddress(at, port), PATIENCE);
            scanner.setSoTimeout(PATIENCE);
            DataOutputStream out = new DataOutputStream(scanner.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return new String(scanner.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            LOG.error("The scanner does not answer", e);
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return Problem.of(
                ProblemType.UNAVAILABLE, "Files cannot be checked at the moment; nothing was kept. Try again later.");
    }
}
