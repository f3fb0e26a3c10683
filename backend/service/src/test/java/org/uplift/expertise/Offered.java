package org.uplift.expertise;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.uplift.term.TermOfYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;

/** Profiles as people offer them, by the API, and commissions as they are stored. */
final class Offered {
    static final String PATH = "/api/v1/experts";
    static final TermOfYear NOW = TermOfYear.of(LocalDate.now());

    private Offered() {}

    static RequestSpecification deputy() {
        return As.inSchool("deputy.900001", "school-leader", 900001);
    }

    /** A system leader who is deployed nowhere but to one school. */
    static RequestSpecification systemLeader() {
        return As.inSchool("system.leader", "system-leader", 900003);
    }

    static String terms(Integer urn, String specialism, int days) {
        return "{" + (urn == null ? "" : "\"schoolUrn\":" + urn + ",")
                + "\"about\":\"I lead it here\",\"specialisms\":[\"" + specialism
                + "\"],\"designations\":[],\"daysPerTerm\":" + days + ",\"beyondTrust\":false,\"offering\":true}";
    }

    static ValidatableResponse offer(RequestSpecification as, Integer urn, String specialism, int days) {
        return Planned.post(as, PATH, terms(urn, specialism, days));
    }

    static String offered(RequestSpecification as, Integer urn, String specialism, int days) {
        return offer(as, urn, specialism, days).statusCode(201).extract().path("expert.id");
    }

    static ValidatableResponse change(RequestSpecification as, String id, String ifMatch, String patch) {
        RequestSpecification sent = as.contentType("application/merge-patch+json");
        return (ifMatch == null ? sent : sent.header("If-Match", ifMatch))
                .body(patch)
                .patch(PATH + "/" + id)
                .then();
    }

    static ValidatableResponse confirm(RequestSpecification as, String id) {
        return as.header("If-Match", "*")
                .post(PATH + "/" + id + "/confirmation")
                .then();
    }

    static ValidatableResponse get(RequestSpecification as, String id) {
        return as.get(PATH + "/" + id).then();
    }

    static ValidatableResponse list(String query) {
        return As.head(900002)
                .get(PATH + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    /** Support that an expert gives to a school in the present term, and what was given of it. */
    static void commission(String expert, String status, String agreed, String given) {
        UUID id = UUID.randomUUID();
        UUID asker = Given.person("head.900002");
        boolean ended = status.equals("CANCELLED");
        Given.run(
                "insert into commission (id, title, school_urn, specialism, purpose, starts_on, ends_on, status, requester_id,"
                        + " requester_name, requested_on, expert_id, expert_person_id, started_on, agreement, end_reason)"
                        + " select ?, 'Phonics', 900002, 'early-reading', 'Every day', ?, ?, ?, ?, 'x', now(), e.id, e.person_id,"
                        + " ?, 'Mornings', ? from expert e where e.id = cast(? as uuid)",
                id,
                NOW.firstDay(),
                NOW.lastDay(),
                status,
                asker,
                NOW.firstDay(),
                ended ? "Not needed" : null,
                expert);
        Given.run(
                "insert into commission_days (commission_id, academic_year, term, days) values (?, ?, ?, ?)",
                id,
                NOW.academicYear().start(),
                NOW.number(),
                new BigDecimal(agreed));
        if (given != null) {
            Given.run(
                    "insert into commission_visit (id, commission_id, day, days, what, person_id, author, at)"
                            + " values (?, ?, ?, ?, 'Coached', ?, 'x', now())",
                    UUID.randomUUID(),
                    id,
                    NOW.firstDay(),
                    new BigDecimal(given),
                    asker);
        }
    }
}
