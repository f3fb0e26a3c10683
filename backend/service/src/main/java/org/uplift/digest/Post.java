package org.uplift.digest;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where digests go out, when the operator has named a mail server. */
@ApplicationScoped
class Post {
    @Inject
    Mailer mailer;

    @Inject
    @ConfigProperty(name = "uplift.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "uplift.web.url")
    String web;

    /** Whether e-mail is sent at all. */
    boolean isOpen() {
        return host.isPresent();
    }

    void send(String address, Letter letter) {
        String home = web + "/";
        String settings = web + "/notifications";
        mailer.send(Mail.withText(address, letter.subject(), letter.text(home, settings))
                .setHtml(letter.html(home, settings))
                .addHeader("List-Unsubscribe", "<" + settings + ">")
                .addHeader("Auto-Submitted", "auto-generated"));
    }
}
