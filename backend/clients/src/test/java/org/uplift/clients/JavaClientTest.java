package org.uplift.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.uplift.client.ApiClient;
import org.uplift.client.ApiException;
import org.uplift.client.ApiResponse;
import org.uplift.client.api.DataSetsApi;
import org.uplift.client.api.IngestionApi;
import org.uplift.client.api.SchoolsApi;
import org.uplift.client.model.Criteria;
import org.uplift.client.model.DataSetQuery;
import org.uplift.client.model.DataSetSummary;
import org.uplift.client.model.DownloadFormat;
import org.uplift.client.model.Labels;
import org.uplift.client.model.Problem;
import org.uplift.client.model.PupilPush;
import org.uplift.client.model.PupilPushRow;
import org.uplift.client.model.RowOutcome;
import org.uplift.client.model.RowResult;
import org.uplift.client.model.School;
import org.uplift.client.model.SchoolStatus;
import org.uplift.client.model.TrustMembershipPatch;

/** The client that a generator makes for Java, in use. All of it has been compiled before. */
@ExtendWith(Stack.class)
class JavaClientTest {
    private static final String OUTCOMES = "headline-outcomes";
    private static final int SCHOOL = 900011;

    private final DataSetsApi dataSets = new DataSetsApi(Stack.client(Stack.clientToken(Stack.ANALYST)));
    private final SchoolsApi schools = new SchoolsApi(Stack.client(Stack.token(Stack.TRUST_LEADER)));

    @Test
    void theSetsAreListed() throws Exception {
        Map<String, DataSetSummary> sets = dataSets.dataSetResourceList().getResults().stream()
                .collect(Collectors.toMap(DataSetSummary::getId, set -> set));
        assertTrue(sets.get(OUTCOMES).getRemembers());
        assertFalse(sets.containsKey("pupil-results"), "nobody has granted rows of pupils");
    }

    @Test
    void aQuestionHasTheValuesOfTheFile() throws Exception {
        DataSetQuery question = new DataSetQuery()
                .criteria(new Criteria()
                        .and(List.of(
                                new Criteria().column("measureCode").eq("KS2_RWM_EXP"),
                                new Criteria().column("schoolUrn").in(List.of("900001", "900002")),
                                new Criteria().column("value").gte("20"))))
                .indicators(List.of("value"))
                .sort(List.of("-value"))
                .labels(Labels.CODES)
                .pageSize(5000);
        List<String> asked = dataSets.dataSetResourceQuery(OUTCOMES, question).getResults().stream()
                .map(row -> String.valueOf(row.get("value")))
                .toList();
        List<String> lines = Files.readAllLines(dataSets.dataSetResourceDownload(
                        OUTCOMES,
                        null,
                        DownloadFormat.CSV,
                        ApiClient.createDefaultObjectMapper().writeValueAsString(question),
                        null,
                        null)
                .toPath());
        int value = Arrays.asList(lines.getFirst().split(",")).indexOf("value");
        assertTrue(asked.size() > 10);
        assertEquals(
                asked,
                lines.stream().skip(1).map(line -> line.split(",")[value]).toList());
    }

    @Test
    void aSchoolIsRead() throws Exception {
        School school = schools.schoolResourceGet(900001);
        assertEquals("Alder Grove Primary School", school.getName());
        assertEquals(SchoolStatus.IN_TRUST, school.getStatus());
        assertFalse(school.getContext().isEmpty());
    }

    @Test
    void whatIsNotThereIsAProblemWithAType() {
        Problem problem = problem(404, () -> schools.schoolResourceGet(999999));
        assertEquals("urn:uplift:problem:not-found", problem.getType());
        assertEquals(404, problem.getStatus());
    }

    @Test
    void aQuestionThatCannotBeUnderstoodSaysWhere() {
        DataSetQuery question =
                new DataSetQuery().criteria(new Criteria().column("colour").eq("green"));
        Problem problem = problem(422, () -> dataSets.dataSetResourceQuery(OUTCOMES, question));
        assertEquals("/criteria/column", problem.getErrors().getFirst().getPath());
    }

    @Test
    void whatWasReadIsChangedAndWhatIsStaleIsNot() throws Exception {
        ApiResponse<School> read = schools.schoolResourceGetWithHttpInfo(SCHOOL);
        String tag = tag(read);
        LocalDate joined = read.getData().getJoinedOn();

        ApiResponse<School> changed = schools.schoolResourceChangeWithHttpInfo(
                SCHOOL, new TrustMembershipPatch().joinedOn(joined.plusDays(1)), tag);

        assertEquals(joined.plusDays(1), changed.getData().getJoinedOn());
        assertEquals(SchoolStatus.IN_TRUST, changed.getData().getStatus(), "what is absent stays");
        assertNotEquals(tag, tag(changed));
        TrustMembershipPatch back = new TrustMembershipPatch().joinedOn(joined);
        assertEquals(
                "urn:uplift:problem:stale",
                problem(412, () -> schools.schoolResourceChange(SCHOOL, back, tag))
                        .getType());
        assertEquals(
                "urn:uplift:problem:precondition-required",
                problem(428, () -> schools.schoolResourceChange(SCHOOL, back, null))
                        .getType());
        assertEquals(
                joined, schools.schoolResourceChange(SCHOOL, back, tag(changed)).getJoinedOn());
    }

    @Test
    void rowsThatArePushedAreAnsweredOneByOne() throws Exception {
        IngestionApi ingestion = new IngestionApi(Stack.client(Stack.clientToken(Stack.MACHINE)));
        PupilPush push = new PupilPush().addRowsItem(pupil(900001)).addRowsItem(pupil(SCHOOL));

        List<RowResult> rows = ingestion
                .pushResourcePupils(UUID.randomUUID().toString(), push, true, null, null, null)
                .getRows();

        assertEquals(
                List.of(RowOutcome.CREATED, RowOutcome.REJECTED),
                rows.stream().map(RowResult::getOutcome).toList());
        assertEquals(
                "school-not-registered", rows.getLast().getErrors().getFirst().getCode());
    }

    private static PupilPushRow pupil(int school) {
        return new PupilPushRow()
                .sourceSystem(Stack.MACHINE)
                .schoolUrn(school)
                .upn("B801200005001")
                .academicYear("2026/2027")
                .yearGroup("6")
                .sourceUpdatedAt("2026-09-10T08:00:00Z");
    }

    private static String tag(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").getFirst();
    }

    private static Problem problem(int status, Executable call) {
        ApiException refused = assertThrows(ApiException.class, call);
        assertEquals(status, refused.getCode(), refused.getResponseBody());
        try {
            return ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(refused.getResponseBody(), e);
        }
    }
}
