package org.uplift.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A mail server of its own for the test run, which keeps what it is sent. */
public class RunningMailServer implements QuarkusTestResourceLifecycleManager {
    private static GreenMail server = server();

    private static GreenMail server() {
        GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    /** What has arrived since it was emptied. */
    public static List<MimeMessage> arrived() {
        return List.of(server.getReceivedMessages());
    }

    /** Empties it. */
    public static void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It is not there for a while. */
    public static void away(Runnable meanwhile) {
        server.stop();
        try {
            meanwhile.run();
        } finally {
            server.start();
        }
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "uplift.smtp.host", "127.0.0.1",
                "uplift.web.url", "https://uplift.example.org",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.keep-alive", "false");
    }

    @Override
    public void stop() {
        // It serves the whole test run, as the database does; it ends with it.
    }
}
