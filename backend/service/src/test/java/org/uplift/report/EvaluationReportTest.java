package org.uplift.report;

import static org.hamcrest.Matchers.emptyString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Accessible;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class EvaluationReportTest {
    private String cycle;
    private String priority;

    @BeforeEach
    void evaluated() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.complete(EvaluationReportTest::head, 900001);
        priority = head().get("/api/v1/cycles/" + cycle + "/priorities")
                .then()
                .extract()
                .path("results[0].id");
        Planned.stage(cycle, "EVALUATING");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private String path() {
        return "/api/v1/cycles/" + cycle + "/evaluation-report";
    }

    private PDDocument document(RequestSpecification as) throws IOException {
        return Loader.loadPDF(as.get(path())
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray());
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        As.anonymous().get(path()).then().statusCode(401);
        As.head(900002).get(path()).then().statusCode(404).contentType("application/problem+json");
        As.dataManager().get(path()).then().statusCode(403);
    }

    @Test
    void itIsTaggedAndSaysItsTitleAndLanguage() throws IOException {
        Planned.evaluation(head(), priority, ",\"carryForward\":true,\"lessons\":\"Begin in September\"");
        try (PDDocument document = document(head())) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertNotNull(document.getDocumentCatalog().getStructureTreeRoot());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    "Evaluation 2025/2026, Alder Primary",
                    document.getDocumentInformation().getTitle());
            assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            assertEquals(
                    "1. Reading",
                    document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getLastChild()
                            .getTitle());
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(font).isEmbedded());
                }
            }
            String text = text(document);
            for (String said : new String[] {
                "1 of 1 priority is evaluated.",
                "Partly achieved. Carried forward.",
                "Daily reading aloud reached every class",
                "Begin in September",
                "Teach inference",
                "Page 1 of"
            }) {
                assertTrue(text.contains(said), () -> said + " is not in " + text);
            }
        }
    }

    /** As the reference implementation of the standard judges it. */
    @Test
    void itIsAccessibleByTheStandard() throws Exception {
        result(66.6, 30);
        Planned.evaluation(head(), priority, ",\"carryForward\":true,\"lessons\":\"Begin in September\"");
        byte[] bytes = head().get(path()).then().statusCode(200).extract().asByteArray();
        Accessible.byTheStandard(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertEquals(
                    List.of(
                            "Reading, writing and maths: expected standard. Expected 60 on 1 September 2025, 70 on 31 July"
                                    + " 2026. Actual 66.6 on 7 July 2026."),
                    alternatives(document.getDocumentCatalog().getStructureTreeRoot()));
        }
    }

    /** What is said in place of a picture. */
    private static List<String> alternatives(PDStructureNode node) {
        List<String> said = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    said.add(element.getAlternateDescription());
                }
                said.addAll(alternatives(element));
            }
        }
        return said;
    }

    private static void result(double value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                        + " source, value, cohort_size, coverage, result_status, dated) values (900001, 'KS2_RWM_EXP',"
                        + " 2025, 'summer', '6', 'ALL', 'computed', ?, ?, 1, 'final', date '2026-07-07')",
                value,
                pupils);
    }

    @Test
    void aCommitteeMemberGetsNoWordsAndNoSuppressedFigure() throws IOException {
        result(66.6, 3);
        Planned.evaluation(head(), priority, ",\"lessons\":\"Begin in September\"");
        try (PDDocument whole = document(head());
                PDDocument assured = document(As.inSchool("committee", "committee-member", 900001))) {
            assertTrue(text(whole).contains("66.6") || text(whole).contains("67"), text(whole));
            String text = text(assured);
            assertTrue(text.contains("Partly achieved"), text);
            assertTrue(text.contains("suppressed"), text);
            assertFalse(text.contains("66.6") || text.contains(" 67"), text);
            assertEquals(List.of(), alternatives(assured.getDocumentCatalog().getStructureTreeRoot()));
            assertFalse(text.contains("Begin in September") || text.contains("Daily reading"), text);
        }
    }

    @Test
    void aDocumentThatSaysTheSameIsNotMadeAgain() {
        String tag = head().get(path()).header("ETag");
        head().header("If-None-Match", tag)
                .get(path())
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "no-store")
                .body(emptyString());
        As.trustLeader().header("If-None-Match", tag).get(path()).then().statusCode(200);
        As.anonymous().header("If-None-Match", tag).get(path()).then().statusCode(401);
        Planned.evaluation(head(), priority, "");
        head().header("If-None-Match", tag).get(path()).then().statusCode(200);
    }

    @Test
    void whateverPeopleTypeStaysText() throws IOException {
        head().contentType("application/json")
                .body(
                        "{\"judgement\":\"partly-achieved\",\"whatWorked\":\"<script>alert(1)</script> & \\\"quotes\\\" {report.title}\","
                                + "\"whatDidNot\":\"\\u0001\\u000b \\ud83d\\ude80 \\u05e9\\u05dc\\u05d5\\u05dd \\u0645\\u0631\\u062d\\u0628\\u0627 \\ufffe\","
                                + "\"lessons\":\"]]> <!-- & one\\n\\ntwo\"}")
                .post("/api/v1/priorities/" + priority + "/evaluation")
                .then()
                .statusCode(201);
        try (PDDocument document = document(head())) {
            String text = text(document);
            assertTrue(text.contains("<script>alert(1)</script> & \"quotes\" {report.title}"), text);
            assertTrue(text.contains("]]> <!-- & one two"), text);
        }
    }

    @Test
    void theHeadsOfATableComeAgainOnEachPage() throws IOException {
        Planned.stage(cycle, "IMPLEMENTING");
        for (int at = 0; at < 90; at++) {
            Planned.action(head(), priority, "Action number " + at);
        }
        try (PDDocument document = document(head())) {
            assertTrue(document.getNumberOfPages() > 2);
            PDFTextStripper page = new PDFTextStripper();
            for (int at = 2; at <= document.getNumberOfPages(); at++) {
                page.setStartPage(at);
                page.setEndPage(at);
                String text = page.getText(document).replaceAll("\\s+", " ");
                if (text.contains("Action number")) {
                    assertTrue(text.contains("Action Status Next cycle"), text);
                }
            }
        }
    }

    @Test
    void aCycleWithoutPrioritiesHasItsDocumentToo() throws IOException {
        String empty = Planned.cycle(As.head(900002), 900002);
        byte[] bytes = As.head(900002)
                .get("/api/v1/cycles/" + empty + "/evaluation-report")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertTrue(text(document).contains("0 of 0 priorities are evaluated."));
        }
    }
}
