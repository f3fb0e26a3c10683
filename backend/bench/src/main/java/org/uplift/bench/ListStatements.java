package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** How many statements a page of a list takes: as many for a long page as for a short one, in a large trust as in a small. */
record ListStatements() implements Measurement {
    private record Listing(String account, String path) {}

    private static final List<Listing> LISTINGS = List.of(
            new Listing(Deployment.TRUST_LEADER, "/schools"),
            new Listing(Deployment.TRUST_LEADER, "/schools/900001/outcomes"),
            new Listing(Deployment.TRUST_LEADER, "/cycles"),
            new Listing(Deployment.TRUST_LEADER, "/need-assessments"),
            new Listing("administrator", "/memberships"),
            new Listing("administrator", "/people"),
            new Listing(Deployment.DATA_MANAGER, "/ingest/jobs"));
    private static final int REPEATS = 3;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Line.Runs bySize = new Line.Runs();
        Line.Runs byTrust = new Line.Runs();
        List<String> told = new ArrayList<>();
        for (Listing listing : LISTINGS) {
            long small = count(ground.small().deployment(), listing, 100);
            long few = count(ground.large().deployment(), listing, 10);
            long many = count(ground.large().deployment(), listing, 100);
            bySize.add(many, few);
            byTrust.add(many, small);
            told.add(listing.path() + " " + few + " and " + many);
        }
        return List.of(
                bySize.line(
                        "statements per page of 100 ÷ of 10 (" + String.join(", ", told) + ")",
                        Bar.atMost(1),
                        "statements",
                        "100 rows",
                        "10 rows"),
                byTrust.line(
                        "statements per page of 100 in the large trust ÷ in the small one",
                        Bar.atMost(1),
                        "statements",
                        "large",
                        "small"));
    }

    /** The least of several counts: whatever else the service does at times is not the page's. */
    private static long count(Deployment deployment, Listing listing, int pageSize) {
        String path = "/api/v1" + listing.path() + "?pageSize=" + pageSize;
        String token = deployment.api().token(listing.account());
        return LongStream.range(0, REPEATS)
                .map(repeat -> {
                    deployment.execute(Database.SUPERUSER, "select pg_stat_statements_reset()");
                    try (KeptConnection connection =
                            new KeptConnection(deployment.service().url(), token)) {
                        connection.get(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return deployment.number("select coalesce(sum(s.calls), 0) from pg_stat_statements s"
                            + " join pg_database d on d.oid = s.dbid where d.datname = current_database()"
                            + " and s.userid = '" + Database.APPLICATION + "'::regrole");
                })
                .min()
                .orElseThrow();
    }
}
