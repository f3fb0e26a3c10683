package org.uplift.bench;

import java.util.List;

/** What the web app asks for when somebody looks at a school: its head, outcomes, inspections and cycles. */
final class SchoolPage {
    private SchoolPage() {}

    static Load of(Ground.Trust trust) {
        int schools = trust.shape().schools();
        return new Load(
                trust.deployment().service().url(),
                trust.deployment().api().token(Deployment.TRUST_LEADER),
                page -> paths(900_001 + (int) (page * 37 % schools)));
    }

    private static List<String> paths(int urn) {
        return List.of(
                "/api/v1/schools/" + urn,
                "/api/v1/schools/" + urn + "/outcomes?measureCode=KS2_RWM_EXP&pupilGroup=ALL&pageSize=200",
                "/api/v1/schools/" + urn + "/inspections?pageSize=200",
                "/api/v1/cycles?schoolUrn=" + urn + "&pageSize=50");
    }
}
