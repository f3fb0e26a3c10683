package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;
import org.uplift.stack.IdentityProvider;

/**
 * Loads a trust that does not exist, by the API alone: ten primary schools and a secondary school, their pupils, five years
 * of results and attendance, inspections, and a year that has begun. The same on every machine, with dates that follow the
 * calendar.
 */
public final class Demonstration {
    private static final String ADMINISTRATOR = "administrator";
    private static final String DATA_MANAGER = "data.manager";
    private static final String TRUST_LEADER = "trust.leader";
    private static final String MACHINE = "mis-demo";
    private static final int LAST_OF_THE_MACHINE = 900005;
    private static final int MOST_ROWS = 5_000;

    /** A membership of an account: the role, and the school or null for the whole trust. */
    private record Standing(
            String account, String role, @Nullable Integer school, boolean headteacher) {
        static Standing trust(String account, String role) {
            return new Standing(account, role, null, false);
        }

        static Standing school(String account, String role, int school) {
            return new Standing(account, role, school, false);
        }
    }

    private static final List<Standing> STANDINGS = List.of(
            Standing.trust(TRUST_LEADER, "trust-leader"),
            Standing.trust("trust.leader.2", "trust-leader"),
            new Standing("head.900001", "school-leader", 900001, true),
            new Standing("head.900002", "school-leader", 900002, true),
            Standing.school("deputy.900001", "school-leader", 900001),
            Standing.school("system.leader", "system-leader", 900003),
            Standing.trust("safeguarding.lead", "safeguarding-lead"),
            Standing.school("safeguarding.900001", "safeguarding-lead", 900001),
            Standing.school("committee.900001", "committee-member", 900001),
            Standing.trust("trustee", "trustee"),
            Standing.trust("trustee.2", "trustee"),
            Standing.trust("clerk", "clerk"),
            Standing.trust(DATA_MANAGER, "data-manager"),
            Standing.trust("analyst", "analyst"),
            Standing.trust("analyst-demo", "analyst"));

    private final String base;
    private final IdentityProvider keycloak;
    private final LocalDate today;

    public Demonstration(String base, IdentityProvider keycloak) {
        this.base = base;
        this.keycloak = keycloak;
        String clock = System.getenv("UPLIFT_CLOCK");
        today = (clock == null || clock.isBlank() ? Instant.now() : Instant.parse(clock))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** The accounts that people sign in with. */
    public static List<String> accounts() {
        return List.of(
                TRUST_LEADER,
                "trust.leader.2",
                "head.900001",
                "head.900002",
                "deputy.900001",
                "system.leader",
                "safeguarding.lead",
                "safeguarding.900001",
                "committee.900001",
                "trustee",
                "trustee.2",
                "clerk",
                DATA_MANAGER,
                "analyst",
                ADMINISTRATOR,
                "nobody");
    }

    /** Makes the accounts known and gives them their memberships; unless it is to stay empty, loads the trust. */
    public void load(boolean empty) {
        try (Api api = new Api(base, keycloak)) {
            Map<String, String> people = new HashMap<>();
            Stream.concat(accounts().stream(), Stream.of(MACHINE, "analyst-demo"))
                    .forEach(account -> people.put(
                            account, api.get(account, "/me").get("id").asText()));
            for (Standing standing : STANDINGS) {
                if (!empty || standing.school() == null) {
                    give(api, people, standing);
                }
            }
            if (!empty) {
                loadTrust(api, people);
            }
        }
    }

    private static void give(Api api, Map<String, String> people, Standing standing) {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("personId", people.get(standing.account()));
        membership.put("role", standing.role());
        membership.put("scope", standing.school() == null ? "trust" : "school");
        membership.put("schoolUrn", standing.school());
        membership.put("headteacher", standing.headteacher());
        membership.put("from", "2020-09-01");
        api.post(ADMINISTRATOR, "/memberships", membership);
    }

    private void loadTrust(Api api, Map<String, String> people) {
        int year = today.getMonthValue() >= Month.SEPTEMBER.getValue() ? today.getYear() : today.getYear() - 1;
        InventedTrust trust = new InventedTrust(year);
        api.upload(DATA_MANAGER, "/ingest/schools", "demonstration-register", RegisterFile.of(trust));
        for (School school : trust.schools()) {
            JsonNode read = api.get(TRUST_LEADER, "/schools/" + school.urn());
            api.patch(
                    TRUST_LEADER,
                    "/schools/" + school.urn(),
                    read.get("version").asText(),
                    Map.of("status", "in-trust", "joinedOn", school.joinedOn().toString()));
        }
        new TermCalendar(api).set(trust);
        register(api);
        api.upload(DATA_MANAGER, "/ingest/inspections", "demonstration-inspections", InspectionFile.of(trust));
        for (int published = trust.firstYear(); published < year - 1; published++) {
            api.upload(
                    DATA_MANAGER,
                    "/ingest/published-results?keyStage=KS2&academicYear=" + published + "/" + (published + 1),
                    "demonstration-published-" + published,
                    PublishedFile.of(trust, published));
        }
        push(api, trust, "pupils", new PupilRows(trust));
        push(api, trust, "assessment-results", new KeyStage2Rows(trust, today));
        push(api, trust, "assessment-results", new EarlierCheckRows(trust, today));
        push(api, trust, "assessment-results", new TeacherAssessmentRows(trust, today));
        push(api, trust, "assessment-results", new KeyStage4Rows(trust, today));
        push(api, trust, "attendance", new AttendanceRows(trust, today));
        push(api, trust, "suspensions", new SuspensionRows(trust, today));
        push(api, trust, "measure-values", new MeasureValueRows(trust, today));
        new Worries(api, people, today).load();
        Governance governance = new Governance(api, people, today);
        governance.seatBoard();
        LastYear last = new LastYear(api, trust, today);
        last.all()
                .forEach(past ->
                        last.evaluate(past, plan(api, governance, past.plan(), last.year(), people, new HashMap<>())));
        Visits visits = new Visits(api, today);
        Conversations conversations = new Conversations(api, people);
        Map<String, String> ofTrust = new HashMap<>();
        for (Plans.Plan plan : new Plans(trust, today, year).all()) {
            String cycle = plan(api, governance, plan, year, people, ofTrust);
            visits.record(plan.schoolUrn(), cycle);
            conversations.hold(plan.schoolUrn(), cycle);
        }
        Needs needs = new Needs(api, today);
        needs.inspect();
        needs.assess(trust.firstYear(), year);
        needs.moderate();
        new Experts(api, today).offer();
        new Supports(api, people, today).load();
        governance.load();
        new Timetables(api, people, today).make(year);
        api.post(ADMINISTRATOR, "/data-set-versions", Map.of());
    }

    /** Sends the rows of every school and year, the machine for its schools and the data manager for the others. */
    private static void push(Api api, InventedTrust trust, String kind, Rows rows) {
        Map<Boolean, List<School>> senders = trust.schools().stream()
                .collect(Collectors.partitioningBy(school -> school.urn() <= LAST_OF_THE_MACHINE));
        senders.forEach((machine, schools) -> schools.stream()
                .flatMap(school -> IntStream.rangeClosed(trust.firstYear(), trust.year())
                        .boxed()
                        .flatMap(taught -> rows.of(school, taught)))
                .gather(Gatherers.windowFixed(MOST_ROWS))
                .forEach(batch -> push(api, machine ? MACHINE : DATA_MANAGER, kind, batch)));
    }

    private static void push(Api api, String sender, String kind, List<Map<String, Object>> batch) {
        JsonNode counts = api.push(sender, "/ingest/" + kind, UUID.randomUUID().toString(), Map.of("rows", batch))
                .get("counts");
        if (counts.get("created").asInt() != batch.size()) {
            throw new IllegalStateException("Not all of " + batch.size() + " " + kind + " were taken in: " + counts);
        }
    }

    /** The machine that sends for the first five schools. */
    private static void register(Api api) {
        api.post(
                ADMINISTRATOR,
                "/integrations",
                Map.of(
                        "clientId",
                        MACHINE,
                        "name",
                        "Demonstration MIS",
                        "schools",
                        IntStream.rangeClosed(900001, LAST_OF_THE_MACHINE)
                                .boxed()
                                .toList(),
                        "kinds",
                        List.of(
                                Map.of("kind", "pupils", "expectedEveryDays", 7),
                                Map.of("kind", "assessment-results", "expectedEveryDays", 120),
                                Map.of("kind", "assessment-result-deletions"),
                                Map.of("kind", "attendance"),
                                Map.of("kind", "suspensions"),
                                Map.of("kind", "measure-values"),
                                Map.of("kind", "ctf")),
                        "contactName",
                        "Service desk of the MIS",
                        "contactEmail",
                        "mis-desk@uplift.example"));
    }

    /** Makes a plan, and gives the id of its cycle; the priorities of the trust are remembered by title for those that contribute to them. */
    private static String plan(
            Api api,
            Governance governance,
            Plans.Plan plan,
            int year,
            Map<String, String> people,
            Map<String, String> ofTrust) {
        String author = plan.author();
        Map<String, Object> wanted = new HashMap<>(Map.of("academicYear", year + "/" + (year + 1)));
        wanted.put("schoolUrn", plan.schoolUrn());
        String cycle = api.post(author, "/cycles", wanted).get("id").asText();
        for (Plans.Focus focus : plan.priorities()) {
            Map<String, Object> terms = new HashMap<>(focus.priority());
            terms.put("contributesTo", ofTrust.get(focus.contributesTo()));
            String priority = api.post(author, "/cycles/" + cycle + "/priorities", terms)
                    .get("id")
                    .asText();
            if (plan.schoolUrn() == null) {
                ofTrust.put(String.valueOf(terms.get("title")), priority);
            }
            api.post(author, "/priorities/" + priority + "/evidence", focus.evidence());
            for (Plans.Goal goal : focus.goals()) {
                String id = api.post(author, "/priorities/" + priority + "/" + goal.kind(), goal.terms())
                        .get("id")
                        .asText();
                for (String note : goal.notes()) {
                    api.post(author, "/" + goal.kind() + "/" + id + "/notes", Map.of("text", note));
                }
            }
            focus.actions().forEach(step -> act(api, author, priority, step, people));
        }
        api.post(author, "/cycles/" + cycle + "/stage", Map.of("stage", "target-setting"));
        api.post(author, "/cycles/" + cycle + "/approval-request", Map.of("comment", "Agreed with the leaders"));
        if (plan.approver() != null) {
            if (plan.approver().equals(Plans.BOARD)) {
                governance.approve(cycle);
            } else {
                api.post(plan.approver(), "/cycles/" + cycle + "/approval", Map.of("outcome", "approved"));
            }
            api.post(author, "/cycles/" + cycle + "/stage", Map.of("stage", "implementing"));
        }
        return cycle;
    }

    private static void act(Api api, String author, String priority, Plans.Step step, Map<String, String> people) {
        Map<String, Object> terms = new HashMap<>(step.action());
        if (step.lead() != null) {
            terms.put("leadPersonId", people.get(step.lead()));
        }
        String action = api.post(author, "/priorities/" + priority + "/actions", terms)
                .get("id")
                .asText();
        for (Map<String, Object> update : step.updates()) {
            api.post(author, "/actions/" + action + "/updates", update);
        }
    }
}
