package org.uplift.bench;

import java.util.List;
import org.uplift.bench.Line.Bar;

/**
 * One school by its URN, as its head reads it, against the cheapest answer that a token is checked for: the service's
 * liveness, which is a constant.
 */
record OneSchool() implements Measurement {
    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "one-school";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Deployment deployment = ground.large().deployment();
        String base = deployment.service().url();
        String token = deployment.api().token(Deployment.HEAD);
        checkThatTokensAreRead(base);
        Load school = new Load(base, token, page -> List.of("/api/v1/schools/900001"));
        Load constant = new Load(base, token, page -> List.of("/q/health/live"));
        Line.Runs rates = new Line.Runs();
        Line.Runs tails = new Line.Runs();
        school.warmUp(CONNECTIONS, ground.size().warmUp());
        constant.warmUp(CONNECTIONS, ground.size().warmUp());
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            Load.Answers ofConstant = constant.busy(CONNECTIONS, ground.size().load());
            Load.Answers ofSchool = school.busy(CONNECTIONS, ground.size().load());
            rates.add(ofSchool.perSecond(), ofConstant.perSecond());
            tails.add(ofSchool.millis(0.99), ofSchool.millis(0.5));
        }
        return List.of(
                rates.line(
                        "requests/s of one school by URN ÷ of a constant (/q/health/live), both with a token",
                        Bar.atLeast(0.40),
                        "/s",
                        "school",
                        "constant"),
                tails.line(
                        "one school by URN at %d connections, p99 ÷ p50".formatted(CONNECTIONS),
                        Bar.atMost(8),
                        "ms",
                        "p99",
                        "p50"));
    }

    /** The constant is a fair measure only while its token is checked too. */
    private static void checkThatTokensAreRead(String base) {
        try (KeptConnection connection = new KeptConnection(base, "no.such.token")) {
            connection.get("/q/health/live");
        } catch (java.io.IOException refused) {
            return;
        }
        throw new IllegalStateException("/q/health/live answers without looking at the token; there is no constant.");
    }
}
