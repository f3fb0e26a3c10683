package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** Everybody who has signed in. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
    @Inject
    Caller caller;

    PanacheQuery<Person> search(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return find("order by lower(name), id");
        }
        return find(
                "lower(name) like ?1 escape '\\' or lower(username) like ?1 escape '\\' order by lower(name), id",
                pattern(text));
    }

    /** The person who makes this request. */
    public Person self() {
        return findById(caller.personId());
    }

    /** Somebody by id, when there is such a person. */
    public Optional<Person> known(UUID id) {
        return findByIdOptional(id);
    }

    /** What some people are called, by their ids; those whom nobody knows are left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** The person whom somebody names as lead; refuses an id that nobody has. */
    public @Nullable Person lead(@Nullable UUID id) {
        return id == null
                ? null
                : known(id)
                        .orElseThrow(() -> Problem.invalid(
                                "/leadPersonId", "unknown-person", "Nobody with this id has signed in yet."));
    }

    /** Those who can lead something in a school, or in the trust where there is none, by name. */
    LeadPage leads(@Nullable Integer schoolUrn, LocalDate today, @Nullable String text, PageRequest page) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select l.id, l.name, count(*) over () as total from leads(cast(:urn as int), :today) l"
                                + " where lower(l.name) like :pattern escape '\\' order by lower(l.name), l.id"
                                + " limit :rows offset :skipped",
                        Tuple.class)
                .setParameter("urn", schoolUrn)
                .setParameter("today", today)
                .setParameter("pattern", pattern(text == null ? "" : text))
                .setParameter("rows", page.pageSize)
                .setParameter("skipped", page.offset())
                .getResultList();
        return new LeadPage(
                rows.stream()
                        .map(row -> new LeadSummary(row.get("id", UUID.class), row.get("name", String.class)))
                        .toList(),
                Paging.of(
                        page,
                        rows.isEmpty()
                                ? 0
                                : rows.getFirst().get("total", Number.class).longValue()));
    }

    private static String pattern(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("_", "\\_") + "%";
    }

    /** Takes over the name and e-mail that the identity provider gives today. */
    void refreshSelf() {
        update(
                "name = ?1, username = ?2, email = ?3 where id = ?4 and (name <> ?1 or username <> ?2 or email is distinct from ?3)",
                caller.name(),
                caller.username(),
                caller.email(),
                caller.personId());
    }
}
