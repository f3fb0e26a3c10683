package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Those of a directory in a school today, or in the trust where there is none, by name. */
    public ColleaguePage page(
            Directory directory,
            @Nullable Integer schoolUrn,
            LocalDate today,
            @Nullable String text,
            PageRequest page) {
        List<Tuple> rows = getSession()
                .createNativeQuery(
                        "select l.id, l.name, count(*) over () as total from " + directory.function()
                                + "(cast(:urn as int), :today) l"
                                + " where lower(l.name) like :pattern escape '\\' order by lower(l.name), l.id"
                                + " limit :rows offset :skipped",
                        Tuple.class)
                .setParameter("urn", schoolUrn)
                .setParameter("today", today)
                .setParameter("pattern", pattern(text == null ? "" : text))
                .setParameter("rows", page.pageSize)
                .setParameter("skipped", page.offset())
                .getResultList();
        return new ColleaguePage(
                rows.stream()
                        .map(row -> new Colleague(row.get("id", UUID.class), row.get("name", String.class)))
                        .toList(),
                Paging.of(
                        page,
                        rows.isEmpty()
                                ? 0
                                : rows.getFirst().get("total", Number.class).longValue()));
    }

    /** Which of some people are in a directory of a school, or of the trust where there is none, today. */
    public Set<UUID> among(Directory directory, Collection<UUID> people, @Nullable Integer schoolUrn, LocalDate today) {
        return Set.copyOf(getSession()
                .createNativeQuery(
                        "select r.id from " + directory.function()
                                + "(cast(:urn as int), :today) r where r.id = any(cast(:people as uuid[]))",
                        UUID.class)
                .setParameter("urn", schoolUrn)
                .setParameter("today", today)
                .setParameter("people", people.toArray(UUID[]::new))
                .getResultList());
    }

    /** Whose role counts in a school today, or in the whole trust where there is none. */
    public Set<UUID> holders(Role role, @Nullable Integer schoolUrn, LocalDate today) {
        return holders(role, schoolUrn, today, "true");
    }

    /** Who sits today on the committees of a kind that look after a school, or on any of that kind where there is none. */
    public List<Seat> seats(String kind, @Nullable Integer schoolUrn, LocalDate today) {
        return getSession()
                .createNativeQuery("select * from seats(:kind, cast(:urn as int), :today)", Tuple.class)
                .setParameter("kind", kind)
                .setParameter("urn", schoolUrn)
                .setParameter("today", today)
                .getResultStream()
                .map(row -> new Seat(row.get("person_id", UUID.class), row.get("committee_id", UUID.class)))
                .toList();
    }

    /** The headteachers of a school today. */
    public Set<UUID> headteachers(@Nullable Integer schoolUrn, LocalDate today) {
        return holders(Role.SCHOOL_LEADER, schoolUrn, today, "h.headteacher");
    }

    private Set<UUID> holders(Role role, @Nullable Integer schoolUrn, LocalDate today, String condition) {
        return Set.copyOf(getSession()
                .createNativeQuery(
                        "select h.id from holders(:role, cast(:urn as int), :today) h where " + condition, UUID.class)
                .setParameter("role", role.name())
                .setParameter("urn", schoolUrn)
                .setParameter("today", today)
                .getResultList());
    }

    /** Somebody in whose name the service works by itself, with the roles that their newest token had. */
    public Actor actor(UUID id) {
        Tuple row = getSession()
                .createNativeQuery(
                        "select subject, username, name, email, roles from person where id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : row.get("roles", String[].class)) {
            roles.add(Role.valueOf(role));
        }
        return new Actor(
                row.get("subject", String.class),
                row.get("username", String.class),
                row.get("name", String.class),
                row.get("email", String.class),
                roles);
    }

    private static String pattern(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("_", "\\_") + "%";
    }

    /** Takes over the name, the e-mail and the roles that the identity provider gives today. */
    public void refreshSelf() {
        getSession()
                .createNativeMutationQuery(
                        "update person set name = :name, username = :username, email = cast(:email as text),"
                                + " roles = cast(:roles as text[]) where id = :id and (name <> :name or username <> :username"
                                + " or email is distinct from cast(:email as text) or roles <> cast(:roles as text[]))")
                .setParameter("name", caller.name())
                .setParameter("username", caller.username())
                .setParameter("email", caller.email())
                .setParameter("roles", caller.roles().stream().map(Role::name).toArray(String[]::new))
                .setParameter("id", caller.personId())
                .executeUpdate();
    }
}
