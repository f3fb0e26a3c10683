package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;

/** What members of committees have declared. */
@ApplicationScoped
class Conflicts extends CommitteeRepository<Conflict> {
    private static final String OF_COMMITTEE = """
            select i.id, i.person_id, i.name, i.what, i.valid_from, i.valid_until, i.declared_on, i.recorded_by, i.version
            from conflict_of_interest i
            where {committee:i.committee_id} and i.committee_id = :committee
            order by i.id desc limit 500
            """;

    @Inject
    CommitteeSql sql;

    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }

    ConflictList of(UUID committee) {
        return new ConflictList(sql.rows(permission(), OF_COMMITTEE, Map.of("committee", committee)).stream()
                .map(Conflicts::line)
                .toList());
    }

    private static ConflictLine line(Tuple row) {
        return new ConflictLine(
                row.get("id", UUID.class),
                row.get("person_id", UUID.class),
                row.get("name", String.class),
                row.get("what", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_until", LocalDate.class),
                row.get("declared_on", LocalDate.class),
                row.get("recorded_by", String.class),
                row.get("version", Integer.class));
    }
}
