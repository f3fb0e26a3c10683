package org.uplift.testing;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;

/** A plan as people make it, by the API. */
public final class Planned {
    private Planned() {}

    /** The headteacher of a school, as the scheme of delegation means it. */
    public static RequestSpecification headteacher(int urn) {
        RequestSpecification head = As.head(urn);
        Given.run(
                "update membership set headteacher = true where school_urn = ? and role = 'SCHOOL_LEADER'"
                        + " and person_id = (select id from person where username = ?)",
                urn,
                "head." + urn);
        return head;
    }

    /** The cycle of a school, or of the trust where the URN is 0, in 2025/2026. */
    public static String cycle(RequestSpecification as, int urn) {
        return created(
                as,
                "/api/v1/cycles",
                "{" + (urn == 0 ? "" : "\"schoolUrn\":" + urn + ",") + "\"academicYear\":\"2025/2026\"}");
    }

    /** A priority with all that the gate to target-setting asks for. */
    public static String priority(Supplier<RequestSpecification> as, String cycle, String title) {
        String priority = created(
                as.get(),
                "/api/v1/cycles/" + cycle + "/priorities",
                "{\"title\":\"" + title + "\",\"rationale\":\"It fell\",\"leadRole\":\"Reading lead\"}");
        created(
                as.get(),
                "/api/v1/priorities/" + priority + "/evidence",
                "{\"kind\":\"outcome\",\"reference\":\"KS2_RWM_EXP\",\"label\":\"Fell by 6 points\"}");
        return priority;
    }

    public static String target(RequestSpecification as, String priority, String group) {
        return created(
                as,
                "/api/v1/priorities/" + priority + "/targets",
                "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"" + group
                        + "\",\"baselineValue\":60,"
                        + "\"baselineDate\":\"2025-09-01\",\"targetValue\":70,\"dueDate\":\"2026-07-31\"}");
    }

    /** An action with all that the gate to implementing asks for. */
    public static String action(RequestSpecification as, String priority, String title) {
        return created(
                as,
                "/api/v1/priorities/" + priority + "/actions",
                "{\"title\":\"" + title + "\",\"leadRole\":\"Reading lead\",\"startsOn\":\"2025-09-08\","
                        + "\"dueOn\":\"2025-12-18\",\"successCriterion\":\"Taught in every class\"}");
    }

    /** A cycle in target-setting of which only the approval is missing. */
    public static String complete(Supplier<RequestSpecification> as, int urn) {
        String cycle = cycle(as.get(), urn);
        String priority = priority(as, cycle, "Reading");
        move(as.get(), cycle, "target-setting").statusCode(200);
        target(as.get(), priority, "ALL");
        action(as.get(), priority, "Teach inference");
        return cycle;
    }

    /** As if a cycle had come to a stage, whatever its gate asks for. */
    public static void stage(String cycle, String stage) {
        Given.run("update cycle set stage = ? where id = cast(? as uuid)", stage, cycle);
    }

    /** An evaluation with what a judgement needs. */
    public static String evaluation(RequestSpecification as, String priority, String more) {
        return created(
                as,
                "/api/v1/priorities/" + priority + "/evaluation",
                "{\"judgement\":\"partly-achieved\",\"whatWorked\":\"Daily reading aloud reached every class\"" + more
                        + "}");
    }

    public static ValidatableResponse move(RequestSpecification as, String cycle, String stage) {
        return post(as, "/api/v1/cycles/" + cycle + "/stage", "{\"stage\":\"" + stage + "\",\"reason\":\"Because\"}");
    }

    public static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static String created(RequestSpecification as, String path, String body) {
        return post(as, path, body).statusCode(201).extract().path("id");
    }
}
