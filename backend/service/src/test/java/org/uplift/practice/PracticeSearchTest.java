package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Good practice is found by what people type. */
@UpliftTest
class PracticeSearchTest {
    private static final String LIST = "/api/v1/good-practice";
    private static final String SYNONYMS = LIST + "/synonyms";

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void written() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        As.head(900001);
        As.head(900002);
        write("Morning calls", "Attendance", "We ring home on the first morning", "Fewer pupils stay away");
        write("Reading aloud", "Reading", "Every class reads aloud", "Disadvantaged pupils choose longer books");
        write("A quiet start", "Conduct", "Lessons begin with five minutes of reading", "Calm corridors");
    }

    private static String write(String title, String area, String what, String impact) {
        return Planned.post(
                        As.head(900001),
                        LIST,
                        "{\"schoolUrn\":900001,\"title\":\"" + title + "\",\"area\":\"" + area + "\",\"what\":\"" + what
                                + "\",\"impact\":\"" + impact + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse search(String text) {
        return As.head(900002).queryParam("search", text).get(LIST).then().statusCode(200);
    }

    @Test
    void theTitleCountsMoreThanTheArea_AndThatMoreThanTheRest() {
        search("reading")
                .body("results.title", contains("Reading aloud", "A quiet start"))
                .body("meant", empty());
        write("Books at home", "Attendance", "Aloud and quiet", "Reading");
        write("Walking bus", "Safety", "Attendance rises", "x");
        search("attendance").body("results.title", contains("Books at home", "Morning calls", "Walking bus"));
    }

    @Test
    void whatMeansTheSameIsFoundInBothDirections() {
        search("behaviour").body("results.title", contains("A quiet start")).body("also", hasItem("conduct"));
        search("PP").body("results.title", contains("Reading aloud")).body("also", hasItem("disadvantaged"));
        search("truancy").body("results.title", contains("Morning calls")).body("also", contains("attendance"));
        write("Boosters", "SATs", "Small groups", "More reach the standard");
        search("key stage 2").body("results.title", contains("Boosters")).body("also", hasItem("SATs"));
        search("reading").body("also", not(hasItem("reading")));
    }

    @Test
    void aSlipOfTheFingersIsPutRight() {
        search("atendance").body("results.title", contains("Morning calls")).body("meant", contains("attendance"));
        search("raeding aloud").body("results.title", contains("Reading aloud")).body("meant", contains("reading"));
        search("truency")
                .body("results.title", contains("Morning calls"))
                .body("meant", contains("truancy"))
                .body("also", contains("attendance"));
        search("xylophone").body("results", hasSize(0)).body("meant", empty());
        search("pupil -raeding").body("results.title", contains("Morning calls"));
    }

    @Test
    void noWordOfWhatIsRetiredIsSuggested() {
        String id = write("Marimba band", "Music", "Marimbas", "Joy");
        search("marimbs").body("meant", contains("marimba"));
        Planned.post(As.head(900001), LIST + "/" + id + "/withdrawal", "{\"reason\":\"Sold\"}")
                .statusCode(200);
        search("marimbs").body("results", hasSize(0)).body("meant", empty());
        As.head(900001).get(LIST + "?search=marimbs").then().body("meant", empty());
    }

    @Test
    void whateverIsTypedIsAnswered() {
        for (String odd :
                new String[] {"' & | ! :* (", "\"", "-", "or", "the", "a or -b", "\\", "%", "x".repeat(200), "café"}) {
            search(odd);
        }
    }

    @Test
    void aSearchIsAsManyStatementsHoweverMuchItFinds() {
        long few = statements();
        for (int more = 0; more < 8; more++) {
            write("Reading " + more, "Reading", "Reading", "Reading");
        }
        assertEquals(few, statements());
        assertTrue(few <= 4, () -> "there were " + few);
    }

    private long statements() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        search("raeding");
        return statistics.getPrepareStatementCount();
    }

    @Test
    void anAdministratorKeepsWhatMeansTheSame() {
        String pair = "{\"term\":\"circle time\",\"means\":\"calls\"}";
        Planned.post(As.anonymous(), SYNONYMS, pair).statusCode(401);
        Planned.post(As.head(900001), SYNONYMS, pair).statusCode(403);
        Planned.post(As.trustLeader(), SYNONYMS, pair).statusCode(403);
        As.anonymous().get(SYNONYMS).then().statusCode(401);
        As.user("clerk", "clerk").get(SYNONYMS).then().statusCode(403);
        Planned.post(As.administrator(), SYNONYMS, "{\"term\":\"?\",\"means\":\"calls\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/term"));
        Planned.post(As.administrator(), SYNONYMS, "{\"term\":\"Calls\",\"means\":\"calls\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/means"));
        String id = Planned.post(As.administrator(), SYNONYMS, pair)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .path("id");
        Planned.post(As.administrator(), SYNONYMS, "{\"term\":\"Circle Time\",\"means\":\"calls\"}")
                .statusCode(409);
        As.head(900001).get(SYNONYMS).then().statusCode(200).body("results.term", hasItem("circle time"));
        search("circle time").body("results.title", contains("Morning calls")).body("also", contains("calls"));
        As.head(900001).delete(SYNONYMS + "/" + id).then().statusCode(403);
        As.anonymous().delete(SYNONYMS + "/" + id).then().statusCode(401);
        As.administrator().delete(SYNONYMS + "/" + id).then().statusCode(204);
        As.administrator().delete(SYNONYMS + "/" + id).then().statusCode(404);
        search("circle time").body("results", hasSize(0)).body("also", empty());
    }
}
