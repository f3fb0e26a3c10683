package org.uplift.digest;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where digests go out, when the operator has named a mail server. */
@ApplicationScoped
class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ReactiveMailer mailer;

    @Inject
    Vertx vertx;

    /** The one of all letters: a mail client on several event loops can miss the greeting of the server, and waits for it. */
    private Context loop;

    @Inject
    @ConfigProperty(name = "uplift.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "uplift.web.url")
    String web;

    @PostConstruct
    void begin() {
        loop = vertx.getOrCreateContext();
    }

    /** Whether e-mail is sent at all. */
    boolean isOpen() {
        return host.isPresent();
    }

    void send(String address, Letter letter) {
        String home = web + "/";
        String settings = web + "/notifications";
        Mail mail = Mail.withText(address, letter.subject(), letter.text(home, settings))
                .setHtml(letter.html(home, settings))
                .addHeader("List-Unsubscribe", "<" + settings + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail)
                .runSubscriptionOn(command -> loop.runOnContext(on -> command.run()))
                .await()
                .atMost(PATIENCE);
    }
}
