package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.UpliftTest;

@UpliftTest
class MeasureResourceTest {
    private static final String MEASURES = "/api/v1/measures";

    @Test
    void theCatalogueIsForThoseWithARole() {
        As.anonymous().get(MEASURES).then().statusCode(401);
        As.user("nobody").get(MEASURES).then().statusCode(403);
        As.anonymous().get(MEASURES + "/KS2_RWM_EXP").then().statusCode(401);
        As.user("nobody").get(MEASURES + "/KS2_RWM_EXP").then().statusCode(403);
        As.administrator().get(MEASURES).then().statusCode(200);
    }

    @Test
    void theCatalogueListsEveryMeasure() {
        As.head(900001)
                .get(MEASURES)
                .then()
                .statusCode(200)
                .body("results", hasSize(33))
                .body("results[3].code", equalTo("KS2_RWM_EXP"))
                .body("results.find { it.code == 'ATT_PERSISTENT_ABSENCE' }.better", equalTo("lower"))
                .body("results.find { it.code == 'ATT_PERSISTENT_ABSENCE' }.tolerance", equalTo(0.5f))
                .body("results.find { it.code == 'KS4_P8' }.gaps.from", contains("2019/2020", "2024/2025"))
                .body("results.find { it.code == 'KS4_P8' }.gapFrom", equalTo("2024/2025"))
                .body("results.find { it.code == 'MTC_AVG' }.gaps", empty());
    }

    @Test
    void aMeasureSaysHowItIsComputed() {
        As.head(900001)
                .get(MEASURES + "/KS2_READ_PROG")
                .then()
                .statusCode(200)
                .body("unit", equalTo("progress"))
                .body("decimals", equalTo(1))
                .body("validFrom", equalTo("2015/2016"))
                .body("gaps.to", contains("2020/2021", "2024/2025"))
                .body("gaps[1].reason", startsWith("These pupils have no key stage 1 results"))
                .body("gapTo", equalTo("2024/2025"))
                .body("computation", notNullValue());
        As.head(900001).get(MEASURES + "/KS2_NOTHING").then().statusCode(404);
    }

    @Test
    void theCatalogueIsReadOnceOnly() {
        for (String path : new String[] {MEASURES, MEASURES + "/KS2_RWM_EXP"}) {
            String tag =
                    As.head(900001).get(path).then().statusCode(200).extract().header("ETag");
            As.head(900001).header("If-None-Match", tag).get(path).then().statusCode(304);
            As.head(900001)
                    .header("If-None-Match", "\"other\"")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }
}
