package org.uplift.commission;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.uplift.term.TermOfYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;

/** Support between two schools, 900001 that needs it and 900002 that has it, as people arrange it by the API. */
final class Supporting {
    static final String COMMISSIONS = "/api/v1/commissions";
    static final String WORDS = "What came of it in more than twenty characters";

    private Supporting() {}

    static void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Planned.headteacher(900001);
        Planned.headteacher(900002);
        As.trustLeader().get("/api/v1/me").then().statusCode(200);
        As.head(900001).get("/api/v1/me").then().statusCode(200);
        As.head(900002).get("/api/v1/me").then().statusCode(200);
    }

    /** A leader of 900002 who has so many days in a term for early reading, and is confirmed. */
    static UUID expert(String username, String daysPerTerm) {
        As.inSchool(username, "school-leader", 900002).get("/api/v1/me").then().statusCode(200);
        return profile(username, daysPerTerm, 900002);
    }

    /** A confirmed profile in a school, by its person's account. */
    static UUID profile(String username, String daysPerTerm, int urn) {
        UUID id = UUID.randomUUID();
        UUID person = Given.person(username);
        Given.run(
                "insert into expert (id, person_id, name, school_urn, school_name, about, days_per_term, beyond_trust, offering,"
                        + " confirmed_by, confirmed_name, confirmed_on) values (?, ?, ?, ?, 'School', 'x', cast(? as numeric), true,"
                        + " true, ?, 'x', date '2025-09-01')",
                id,
                person,
                "Account " + username,
                urn,
                daysPerTerm,
                person);
        Given.run("insert into expert_specialism (expert_id, specialism) values (?, 'early-reading')", id);
        return id;
    }

    static String term() {
        TermOfYear term = TermOfYear.of(LocalDate.now());
        return "\"academicYear\":\"" + term.academicYear() + "\",\"term\":\""
                + term.term().code() + "\"";
    }

    /** Support from today on, with days in the present term. */
    static String wanted(String whom, String days, String more) {
        return "{" + whom
                + ",\"title\":\"Phonics in year 1\",\"specialism\":\"early-reading\",\"purpose\":\"Taught every day\","
                + "\"startsOn\":\"" + LocalDate.now() + "\",\"endsOn\":\""
                + LocalDate.now().plusDays(30) + "\",\"days\":[{" + term() + ",\"days\":" + days + "}]" + more + "}";
    }

    static String requested(RequestSpecification by, String days) {
        return Planned.post(by, COMMISSIONS, wanted("\"schoolUrn\":900001", days, ""))
                .statusCode(201)
                .extract()
                .path("commission.id");
    }

    static ValidatableResponse match(RequestSpecification by, String commission, UUID expert) {
        return step(by, commission, "match", "{\"expertId\":\"" + expert + "\",\"reason\":\"Knows the programme\"}");
    }

    static ValidatableResponse step(RequestSpecification by, String commission, String step, String body) {
        return Planned.post(by, COMMISSIONS + "/" + commission + "/" + step, body);
    }

    static ValidatableResponse approve(RequestSpecification by, String commission) {
        return step(by, commission, "approval", "{\"outcome\":\"approved\"}");
    }

    /** Under way, given by the expert whose account this is. */
    static String active(String username, UUID expert, String days) {
        String commission = requested(As.head(900001), days);
        match(As.trustLeader(), commission, expert).statusCode(200);
        approve(As.trustLeader(), commission).statusCode(200);
        step(As.head(900001), commission, "agreement", "{\"text\":\"Six mornings\"}")
                .statusCode(200);
        step(As.user(username, "school-leader"), commission, "acceptance", "{}").statusCode(200);
        return commission;
    }

    static ValidatableResponse visit(RequestSpecification by, String commission, String days) {
        return step(
                by,
                commission,
                "visits",
                "{\"day\":\"" + LocalDate.now() + "\",\"days\":" + days + ",\"what\":\"Watched and coached\"}");
    }

    static ValidatableResponse impact(RequestSpecification by, String commission, String party, int rating) {
        return step(
                by,
                commission,
                "impact",
                "{\"party\":\"" + party + "\",\"rating\":" + rating + ",\"text\":\"" + WORDS + "\"}");
    }
}
