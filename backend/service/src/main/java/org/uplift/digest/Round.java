package org.uplift.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Actor;
import org.uplift.access.OnBehalf;
import org.uplift.access.People;
import org.uplift.notification.Notifications;
import org.uplift.notification.Notifications.Trouble;
import org.uplift.work.MyWork;
import org.uplift.work.Work;
import org.uplift.work.WorkKind;

/**
 * Once a day everybody has their turn, in their own name and with their own sight: they are told of targets in trouble, and
 * sent a digest where they want one. What fails is tried again by a later run of the day; each turn is one transaction, which
 * only one replica holds.
 */
@ApplicationScoped
class Round {
    private static final Logger LOG = Logger.getLogger(Round.class);

    @Inject
    Digests digests;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    Notifications notifications;

    @Inject
    People people;

    @Inject
    OnBehalf onBehalf;

    @Inject
    Clock clock;

    @Scheduled(
            cron = "{uplift.digest.cron}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        LocalDate day = LocalDate.now(clock);
        QuarkusTransaction.requiringNew()
                .call(() -> digests.begin(day, clock.instant()))
                .forEach(person -> turn(person, day));
    }

    private void turn(UUID person, LocalDate day) {
        Actor actor = QuarkusTransaction.requiringNew().call(() -> people.actor(person));
        try {
            onBehalf.run(actor, () -> QuarkusTransaction.requiringNew().run(() -> take(actor.email(), person, day)));
        } catch (RuntimeException e) {
            // What a mail server says may hold the address: not for the log.
            LOG.warnf("The digest of %s failed with %s; it is tried again", person, root(e));
            QuarkusTransaction.requiringNew().run(() -> digests.putOff(person, day, clock.instant()));
        }
    }

    private void take(@Nullable String address, UUID person, LocalDate day) {
        if (!digests.take(person, day)) {
            return;
        }
        MyWork mine = work.mine();
        notifications.tellMyself(troubles(mine));
        if (address != null && post.isOpen() && digests.own().frequency().isDue(day)) {
            Letter letter = Letter.of(mine, notifications.unread(), day);
            if (!letter.lines().isEmpty()) {
                post.send(address, letter);
            }
        }
        digests.done(person, day, clock.instant());
    }

    private static List<Trouble> troubles(MyWork mine) {
        return mine.results().stream()
                .filter(item -> item.kind() == WorkKind.TARGET_OFF_TRACK)
                .flatMap(item -> item.subject() == null
                        ? Stream.empty()
                        : Stream.of(new Trouble(item.subject(), item.schoolUrn(), item.status())))
                .toList();
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getName();
    }
}
