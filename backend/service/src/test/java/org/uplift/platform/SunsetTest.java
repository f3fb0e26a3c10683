package org.uplift.platform;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.UpliftTest;

/** What ends says when, in the contract and with every answer. */
@UpliftTest
class SunsetTest {
    private static final String SINCE = "@1796083200";
    private static final String END = "Fri, 01 Sep 2028 00:00:00 GMT";

    @Test
    void anAnswerOfWhatEndsSaysSinceWhenAndUntilWhen() {
        As.head(900001)
                .get("/api/v1/old/word")
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo(SINCE))
                .header("Sunset", equalTo(END));
    }

    @Test
    void soDoesAProblem() {
        As.head(900001)
                .get("/api/v1/old/lost")
                .then()
                .statusCode(404)
                .header("Deprecation", equalTo(SINCE))
                .header("Sunset", equalTo(END));
    }

    @Test
    void whatStaysSaysNothing() {
        As.head(900001)
                .get("/api/v1/old")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue());
    }

    @Test
    void theContractSaysSinceWhenUntilWhenAndWhatInstead() throws Exception {
        Operation ends = operation("OldResource_get");
        Operation stays = operation("OldResource_stays");
        OpenAPI contract = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/old/{word}", OASFactory.createPathItem().GET(ends))
                        .addPathItem("/old", OASFactory.createPathItem().GET(stays)));

        new SunsetFilter(Index.of(OldResource.class)).filterOpenAPI(contract);

        assertEquals(true, ends.getDeprecated());
        assertEquals(
                "Gives a word. Deprecated since 2026-12-01, and there until 2028-08-31. Use GET /api/v1/new.",
                ends.getDescription());
        var headers = ends.getResponses().getAPIResponse("200").getHeaders();
        assertEquals(SINCE, headers.get("Deprecation").getSchema().getExamples().getFirst());
        assertEquals(END, headers.get("Sunset").getSchema().getExamples().getFirst());
        assertNull(stays.getDeprecated());
        assertEquals("Gives a word.", stays.getDescription());
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .description("Gives a word.")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().description("A word")));
    }
}
