package org.uplift.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** A mail server of its own for the test run, which keeps what it is sent. */
public class RunningMailServer implements QuarkusTestResourceLifecycleManager {
    private static final GreenMail SERVER = server();

    private static GreenMail server() {
        GreenMail started = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    /** One that stays the same when it is stopped and started again. */
    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has arrived since it was emptied. */
    public static List<MimeMessage> arrived() {
        return List.of(SERVER.getReceivedMessages());
    }

    /** Empties it. */
    public static void empty() {
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It is not there for a while. */
    public static void away(Runnable meanwhile) {
        SERVER.stop();
        try {
            meanwhile.run();
        } finally {
            SERVER.start();
        }
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "uplift.smtp.host", "127.0.0.1",
                "uplift.web.url", "https://uplift.example.org",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(SERVER.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.keep-alive", "false");
    }

    @Override
    public void stop() {
        // It serves the whole test run, as the database does; it ends with it.
    }
}
