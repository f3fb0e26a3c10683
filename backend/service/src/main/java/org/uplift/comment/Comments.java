package org.uplift.comment;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** The comments that the caller may read: those of schools whose plans they read in full. */
@ApplicationScoped
class Comments extends ScopedRepository<Comment, UUID> {
    /** Of so many things of a cycle the counts are given. */
    private static final int MOST_THINGS = 5000;

    @Inject
    ScopedSql sql;

    @Inject
    People people;

    @Override
    protected String permission() {
        return Permission.RECORD_CHECKPOINTS;
    }

    /** Those about a thing, newest last. */
    CommentPage of(UUID subject, PageRequest page) {
        PanacheQuery<Comment> found = readable("subjectId = :subject", Map.of("subject", subject), Sort.by("id"))
                .page(page.page - 1, page.pageSize);
        List<Comment> said = found.list();
        Map<UUID, String> names = people.names(
                said.stream().flatMap(one -> one.mentions().stream()).distinct().toList());
        return new CommentPage(
                said.stream().map(one -> one.line(names, caller.personId())).toList(), Paging.of(page, found.count()));
    }

    /** One as the caller reads it. */
    CommentLine line(Comment comment) {
        return comment.line(people.names(comment.mentions()), caller.personId());
    }

    /** How much was said about each thing of a cycle, in one statement. */
    CommentCountList counts(UUID cycle) {
        return new CommentCountList(sql
                .rows(
                        permission(),
                        "select m.subject_id, count(*) from comment m where m.cycle_id = :cycle"
                                + " and m.withdrawn_at is null and {scope:m.school_urn}"
                                + " group by m.subject_id order by m.subject_id limit " + MOST_THINGS,
                        Map.of("cycle", cycle))
                .stream()
                .map(row -> new CommentCount(
                        row.get(0, UUID.class), row.get(1, Number.class).intValue()))
                .toList());
    }
}
