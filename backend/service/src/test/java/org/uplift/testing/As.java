package org.uplift.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Who asks. Each answer is checked against the contract. */
public final class As {
    private As() {}

    public static RequestSpecification anonymous() {
        return given().filter(Contract.FILTER);
    }

    /** Somebody with roles in their token and whatever memberships they have been given. */
    public static RequestSpecification user(String username, String... roles) {
        return token(Token.of(username, roles).text());
    }

    public static RequestSpecification token(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A leader of a school, with the membership for it. */
    public static RequestSpecification head(int urn) {
        return inSchool("head." + urn, "school-leader", urn);
    }

    public static RequestSpecification inSchool(String username, String role, int urn) {
        Given.person(username);
        if (!has(username, role)) {
            Given.schoolMembership(username, role, urn);
        }
        return user(username, role);
    }

    public static RequestSpecification inTrust(String username, String role) {
        Given.person(username);
        if (!has(username, role)) {
            Given.trustMembership(username, role);
        }
        return user(username, role);
    }

    /** Somebody of a committee, by a membership of it. */
    public static RequestSpecification inCommittee(String username, String role, java.util.UUID committee) {
        Given.person(username);
        if (!has(username, role)) {
            Given.committeeMembership(username, role, committee);
        }
        return user(username, role);
    }

    public static RequestSpecification trustLeader() {
        return inTrust("trust.leader", "trust-leader");
    }

    public static RequestSpecification dataManager() {
        return inTrust("data.manager", "data-manager");
    }

    /** A safeguarding lead of a school who has proved a moment ago who they are. */
    public static RequestSpecification safeguardingLead(int urn) {
        inSchool("safeguarding." + urn, "safeguarding-lead", urn);
        return steppedUp("safeguarding." + urn, "safeguarding-lead");
    }

    /** A safeguarding lead of the whole trust who has proved a moment ago who they are. */
    public static RequestSpecification safeguardingLead() {
        inTrust("safeguarding.lead", "safeguarding-lead");
        return steppedUp("safeguarding.lead", "safeguarding-lead");
    }

    /** As {@link #user}, having proved a moment ago who they are. */
    public static RequestSpecification steppedUp(String username, String... roles) {
        return token(Token.of(username, roles).with("acr", "2").text());
    }

    public static RequestSpecification administrator() {
        return user("administrator", "administrator");
    }

    /** A management information system, registered for some schools. */
    public static RequestSpecification mis(int... urns) {
        Given.person("mis-demo");
        if (!has("mis-demo", "mis-integration")) {
            for (int urn : urns) {
                Given.schoolMembership("mis-demo", "mis-integration", urn);
            }
        }
        return user("mis-demo", "mis-integration");
    }

    private static boolean has(String username, String role) {
        return Given.number("select count(*) from membership m join person p on p.id = m.person_id where p.username = '"
                        + username + "' and m.role = '" + role.replace('-', '_').toUpperCase(java.util.Locale.ROOT)
                        + "'")
                > 0;
    }
}
