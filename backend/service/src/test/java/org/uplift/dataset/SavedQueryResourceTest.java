package org.uplift.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Questions that people keep: their own, and nobody else's. */
@UpliftTest
class SavedQueryResourceTest {
    private static final String SAVED = "/api/v1/saved-queries";
    private static final String READING = body("Reading", "headline-outcomes", "?measureCode=KS2_READ_EXP&sort=-value");

    @BeforeEach
    void givenASchool() {
        Given.school(900001);
        Given.school(900002);
    }

    @Test
    void aQuestionIsKeptUnderItsName() {
        String id = keep(analyst(), READING).statusCode(201).extract().path("id");
        keep(analyst(), body("absence", "attendance", "")).statusCode(201);
        analyst()
                .get(SAVED)
                .then()
                .statusCode(200)
                .body("results.name", contains("absence", "Reading"))
                .body(
                        "results.address",
                        contains("/data/attendance", "/data/headline-outcomes?measureCode=KS2_READ_EXP&sort=-value"))
                .body("paging.totalResults", equalTo(2));
        analyst().get(SAVED + "/" + id).then().statusCode(200).body("dataSet", equalTo("headline-outcomes"));
        analyst().delete(SAVED + "/" + id).then().statusCode(204);
        analyst().get(SAVED + "/" + id).then().statusCode(404);
        analyst().delete(SAVED + "/" + id).then().statusCode(404);
        analyst().get(SAVED).then().body("results.name", contains("absence"));
    }

    @Test
    void nobodySeesWhatSomebodyElseKeeps() {
        String id = keep(As.head(900001), READING).statusCode(201).extract().path("id");
        As.anonymous().get(SAVED).then().statusCode(401);
        As.administrator().get(SAVED).then().statusCode(403);
        As.mis(900001).get(SAVED).then().statusCode(403);
        for (RequestSpecification other : new RequestSpecification[] {As.head(900002), As.trustLeader(), analyst()}) {
            other.get(SAVED).then().statusCode(200).body("results", hasSize(0));
        }
        As.trustLeader().get(SAVED + "/" + id).then().statusCode(404);
        As.trustLeader().delete(SAVED + "/" + id).then().statusCode(404);
        As.head(900001).get(SAVED + "/" + id).then().statusCode(200);
        analyst().get(SAVED + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void onlyOfASetThatOneMayRead() {
        keep(analyst(), body("Pupils", "pupil-results", ""))
                .statusCode(422)
                .body("errors[0].path", equalTo("/dataSet"));
        keep(analyst(), body("Nothing", "nothing", ""))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-data-set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"measureCode=X", "?a#b", "? a", "//elsewhere.example", "?a\\n"})
    void whatIsNoPartOfAnAddressIsRefused(String search) {
        keep(analyst(), body("Odd", "attendance", search)).statusCode(422).body("errors[0].path", equalTo("/search"));
    }

    @Test
    void thereIsAnEnd() {
        analyst().get("/api/v1/me").then().statusCode(200);
        Given.run(
                "insert into saved_query (id, person_id, data_set, name, search, saved_at)"
                        + " select gen_random_uuid(), ?, 'attendance', 'Question ' || n, '', now() from generate_series(1, 200) n",
                Given.person("analyst"));
        keep(analyst(), READING).statusCode(409);
        analyst().get(SAVED + "?pageSize=200").then().body("results", hasSize(200));
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static String body(String name, String set, String search) {
        return "{\"name\":\"" + name + "\",\"dataSet\":\"" + set + "\",\"search\":\"" + search + "\"}";
    }

    private static ValidatableResponse keep(RequestSpecification who, String body) {
        return who.contentType("application/json").body(body).post(SAVED).then();
    }
}
