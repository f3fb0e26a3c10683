package org.uplift.dataset;

import static org.hamcrest.Matchers.equalTo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** A question to be downloaded stands in an address, whose length the server limits too. */
@UpliftTest
class LongQuestionTest {
    private static final String DOWNLOAD = "/api/v1/data-sets/headline-outcomes/download";

    @Test
    void aQuestionOfTheGreatestLengthIsRead() {
        Given.school(900001);
        As.inTrust("analyst", "analyst")
                .queryParam("query", question(790))
                .get(DOWNLOAD)
                .then()
                .statusCode(200);
    }

    @Test
    void aLongerOneIsRefusedInWords() {
        As.inTrust("analyst", "analyst")
                .queryParam("query", question(900))
                .get(DOWNLOAD)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:uplift:problem:invalid"));
    }

    private static String question(int schools) {
        String codes = IntStream.range(0, schools)
                .mapToObj(at -> "\"MEASURE_%03d\"".formatted(at))
                .collect(Collectors.joining(","));
        return "{\"criteria\":{\"column\":\"measureCode\",\"in\":[" + codes + "]}}";
    }
}
