package org.uplift.notification;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.thing.Reference;
import org.uplift.thing.Thing;
import org.uplift.thing.Things;

/** What the caller is told, and how others are told what the caller does. */
@ApplicationScoped
public class Notifications extends ScopedRepository<Notification, UUID> {
    private static final String MINE = "personId = :me";
    private static final String UNREAD = MINE + " and readAt is null";

    @Inject
    Things things;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.OWN_WORK;
    }

    /** Tells people of what the caller does, in the running transaction. Nobody is told what they did themselves. */
    public void tell(Collection<UUID> people, NotificationKind kind, Reference subject, @Nullable Integer schoolUrn) {
        tell(people, kind, subject, schoolUrn, null);
    }

    /** As {@link #tell}, with what became of the thing. */
    public void tell(
            Collection<UUID> people,
            NotificationKind kind,
            Reference subject,
            @Nullable Integer schoolUrn,
            @Nullable String detail) {
        people.stream()
                .distinct()
                .filter(person -> !person.equals(caller.personId()))
                .forEach(person -> persist(
                        new Notification(person, clock.instant(), kind, subject, schoolUrn, caller.name(), detail)));
    }

    /** A target of the caller, and the status that is to be known. */
    public record Trouble(Reference subject, @Nullable Integer schoolUrn, String status) {}

    /** Tells the caller of targets in trouble, of each status of each once. */
    public void tellMyself(List<Trouble> troubles) {
        List<String> told = readable(
                        MINE + " and kind = :kind and subjectId in (:subjects)",
                        Map.of(
                                "me", caller.personId(),
                                "kind", NotificationKind.TARGET_IN_TROUBLE,
                                "subjects",
                                        troubles.stream()
                                                .map(trouble ->
                                                        trouble.subject().id())
                                                .toList()),
                        Sort.by("id"))
                .list()
                .stream()
                .map(known -> known.subjectId() + " " + known.detail())
                .toList();
        troubles.stream()
                .filter(trouble -> !told.contains(trouble.subject().id() + " " + trouble.status()))
                .forEach(trouble -> persist(new Notification(
                        caller.personId(),
                        clock.instant(),
                        NotificationKind.TARGET_IN_TROUBLE,
                        trouble.subject(),
                        trouble.schoolUrn(),
                        null,
                        trouble.status())));
    }

    /** Those of the caller, newest first; of things alone that they still may see. */
    NotificationPage page(@Nullable Boolean unread, PageRequest page) {
        String where = unread == null ? MINE : unread ? UNREAD : MINE + " and readAt is not null";
        PanacheQuery<Notification> found = mine(where).page(page.page - 1, page.pageSize);
        List<Notification> told = found.list();
        Map<UUID, Thing> about =
                things.of(told.stream().map(Notification::subjectId).toList());
        return new NotificationPage(
                told.stream()
                        .flatMap(one -> Optional.ofNullable(about.get(one.subjectId())).map(one::line).stream())
                        .toList(),
                Paging.of(page, found.count()),
                unread());
    }

    /** How many the caller has not read. */
    public long unread() {
        return mine(UNREAD).count();
    }

    /** One of the caller's own, or 404. */
    Notification own(UUID id) {
        return readable(MINE + " and id = :id", Map.of("me", caller.personId(), "id", id), Sort.by("id"))
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Marks all of the caller's as read. */
    void readAll() {
        update("readAt = ?1 where personId = ?2 and readAt is null", clock.instant(), caller.personId());
    }

    private PanacheQuery<Notification> mine(String where) {
        return readable(where, Map.of("me", caller.personId()), Sort.descending("id"));
    }
}
