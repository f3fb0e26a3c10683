package org.uplift.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** One school and a list of schools beside PostGraphile, which checks a token and has row-level security too. */
record BesidePostGraphile() implements Measurement {
    private static final String ONE = "requests/s of one school by URN ÷ of PostGraphile's, both with a token";
    private static final String LIST = "requests/s of a list of 100 schools and their number ÷ of PostGraphile's";
    private static final Bar ONE_BAR = Bar.atLeast(2.5);
    private static final Bar LIST_BAR = Bar.atLeast(2);

    private static final int SCHOOLS = 100;
    private static final int URN = 900_001;
    private static final String SCHEMA = "beside";
    private static final KeyPair KEYS = keys();
    private static final Duration LIFE = Duration.ofHours(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "beside-postgraphile";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Neighbour.Program program =
                Neighbour.Program.of(ground.stand(), "PostGraphile", "postgraphile/dist/cli-run.js");
        if (!program.isInstalled()) {
            return List.of(
                    Line.absent(ONE, ONE_BAR, program.absence()), Line.absent(LIST, LIST_BAR, program.absence()));
        }
        Deployment deployment = ground.large().deployment();
        prepare(deployment);
        try (Neighbour neighbour = program.serve(
                deployment,
                Map.of(
                        "GRAPHILE_ENV",
                        "production",
                        "DATABASE_URL",
                        deployment.nodeUrl(Database.APPLICATION),
                        "DATABASE_SCHEMA",
                        SCHEMA,
                        "JWT_PUBLIC_KEY",
                        publicKey()),
                "/graphql?query=%7B__typename%7D",
                "--config",
                program.folder().resolve("graphile.config.mjs").toString())) {
            Line.Runs one = Reader.compare(
                    name() + ", one school",
                    ground,
                    Reader.of(deployment, Deployment.HEAD, "/api/v1/schools/" + URN)
                            .sees("/urn", URN),
                    one(neighbour));
            Line.Runs list = Reader.compare(
                    name() + ", a list",
                    ground,
                    Reader.of(deployment, Deployment.TRUST_LEADER, "/api/v1/schools?sort=urn&pageSize=" + SCHOOLS)
                            .sees("/results", SCHOOLS)
                            .sees("/results/99", Neighbour.LISTED.size())
                            .sees("/paging/totalResults", SCHOOLS),
                    list(neighbour));
            return List.of(
                    one.line(ONE, ONE_BAR, "/s", "school", "PostGraphile"),
                    list.line(LIST, LIST_BAR, "/s", "list", "PostGraphile"));
        }
    }

    private static void prepare(Deployment deployment) {
        Neighbour.copySchools(deployment, SCHEMA);
        deployment.execute(
                Database.OWNER,
                "alter table beside.school enable row level security",
                """
                create policy school_scope on beside.school using (urn = any ((select
                    string_to_array(nullif(current_setting('jwt.claims.schools', true), ''), ',')::int[])::int[]))""",
                "grant usage on schema beside to " + Database.APPLICATION,
                "grant select on beside.school to " + Database.APPLICATION);
    }

    private static Reader one(Neighbour neighbour) {
        String query = "query ($urn: Int!) { schoolByUrn(urn: $urn) { %s } }".formatted(fields(Neighbour.COLUMNS));
        String token = token(IntStream.of(URN));
        return new Reader(neighbour.base(), () -> token, graphql(query, Map.of("urn", URN)))
                .isRefusedWithoutToken()
                .seesNothing("/data/schoolByUrn", token(IntStream.of(URN + 1)))
                .sees("/data/schoolByUrn/urn", URN)
                .sees("/data/schoolByUrn", Neighbour.COLUMNS.size());
    }

    private static Reader list(Neighbour neighbour) {
        String query =
                "query ($first: Int!) { allSchools(first: $first, orderBy: URN_ASC) { totalCount nodes { %s } } }"
                        .formatted(fields(Neighbour.LISTED));
        String token = token(IntStream.range(URN, URN + SCHOOLS));
        return new Reader(neighbour.base(), () -> token, graphql(query, Map.of("first", SCHOOLS)))
                .isRefusedWithoutToken()
                .sees("/data/allSchools/nodes", SCHOOLS)
                .sees("/data/allSchools/nodes/99", Neighbour.LISTED.size())
                .sees("/data/allSchools/totalCount", SCHOOLS);
    }

    /** Columns as PostGraphile names them. */
    private static String fields(List<String> columns) {
        return Pattern.compile("_(.)")
                .matcher(String.join(" ", columns))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Request graphql(String query, Map<String, Object> variables) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        return Request.post(
                "/graphql", body.set("variables", JSON.valueToTree(variables)).toString());
    }

    /** A token for some schools, as PostGraphile checks it. */
    private static String token(IntStream urns) {
        ObjectNode claims = JSON.createObjectNode()
                .put("aud", "postgraphile")
                .put("role", Database.APPLICATION)
                .put("schools", urns.mapToObj(String::valueOf).collect(Collectors.joining(",")))
                .put("exp", Instant.now().plus(LIFE).getEpochSecond());
        try {
            String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                    + base64(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As large as those of Keycloak. */
    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
