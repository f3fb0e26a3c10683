package org.uplift.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who has signed in. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {
    @Inject
    Caller caller;

    PanacheQuery<Person> search(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return find("order by lower(name), id");
        }
        String pattern =
                "%" + text.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("_", "\\_") + "%";
        return find(
                "lower(name) like ?1 escape '\\' or lower(username) like ?1 escape '\\' order by lower(name), id",
                pattern);
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
