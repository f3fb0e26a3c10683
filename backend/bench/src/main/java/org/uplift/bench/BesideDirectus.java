package org.uplift.bench;

import java.util.List;
import java.util.Map;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** One school beside Directus, as somebody reads it whose token is looked up and who may read this school and nothing else. */
record BesideDirectus() implements Measurement {
    private static final String ONE = "requests/s of one school by URN ÷ of Directus's, both with a token";
    private static final Bar ONE_BAR = Bar.atLeast(20);

    private static final int URN = 900_001;
    private static final String SCHEMA = "beside_directus";
    private static final String TOKEN = "a-token-of-measurements";
    private static final String ID = "'00000000-0000-4000-8000-000000000001'";

    @Override
    public String name() {
        return "beside-directus";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Neighbour.Program program = Neighbour.Program.of(
                ground.stand(), "Directus", "@directus/api/dist/cli/run.js", "isolated-vm/out/isolated_vm.node");
        if (!program.isInstalled()) {
            return List.of(Line.absent(ONE, ONE_BAR, program.absence()));
        }
        Deployment deployment = ground.large().deployment();
        Map<String, String> environment = environment(deployment);
        Neighbour.copySchools(deployment, SCHEMA);
        program.run(deployment, environment, "bootstrap");
        enrol(deployment);
        try (Neighbour neighbour = program.serve(deployment, environment, "/server/ping", "start")) {
            Line.Runs one = Reader.compare(
                    name(),
                    ground,
                    Reader.of(deployment, Deployment.HEAD, "/api/v1/schools/" + URN)
                            .sees("/urn", URN),
                    new Reader(neighbour.base(), () -> TOKEN, Request.get("/items/school/" + URN))
                            .isRefusedWithoutToken()
                            .isRefused("/items/school/" + (URN + 1))
                            .sees("/data/urn", URN)
                            .sees("/data", Neighbour.COLUMNS.size()));
            return List.of(one.line(ONE, ONE_BAR, "/s", "school", "Directus"));
        }
    }

    private static Map<String, String> environment(Deployment deployment) {
        return Map.ofEntries(
                Map.entry("DB_CLIENT", "pg"),
                Map.entry("DB_CONNECTION_STRING", deployment.nodeUrl(Database.OWNER)),
                Map.entry("DB_SEARCH_PATH", SCHEMA),
                Map.entry("DB_POOL__MAX", "20"),
                Map.entry("SECRET", "a secret of measurements, and of nothing else"),
                Map.entry("ADMIN_EMAIL", "administrator@example.com"),
                Map.entry("ADMIN_PASSWORD", "of-measurements"),
                Map.entry("LOG_LEVEL", "warn"),
                Map.entry("TELEMETRY", "false"),
                Map.entry("SERVE_APP", "false"),
                // It would refuse some of many requests.
                Map.entry("PRESSURE_LIMITER_ENABLED", "false"),
                Map.entry(
                        "EXTENSIONS_PATH",
                        deployment.folder().resolve("extensions").toString()),
                Map.entry(
                        "STORAGE_LOCAL_ROOT",
                        deployment.folder().resolve("uploads").toString()));
    }

    /** Makes a reader known who may read one school, as its administrator does by hand. */
    private static void enrol(Deployment deployment) {
        deployment.execute(
                Database.OWNER,
                "set search_path to " + SCHEMA,
                "insert into directus_policies (id, name) values (%s, 'Schools')".formatted(ID),
                """
                insert into directus_permissions (policy, collection, action, fields, permissions)
                values (%s, 'school', 'read', '*', '{"urn":{"_in":[%d]}}')""".formatted(ID, URN),
                "insert into directus_roles (id, name) values (%s, 'Reader')".formatted(ID),
                "insert into directus_access (id, role, policy) values (%1$s, %1$s, %1$s)".formatted(ID),
                "insert into directus_users (id, email, role, token) values (%1$s, 'reader@example.com', %1$s, '%2$s')"
                        .formatted(ID, TOKEN));
    }
}
