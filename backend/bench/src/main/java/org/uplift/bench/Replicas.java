package org.uplift.bench;

import java.util.List;
import java.util.stream.Stream;
import org.uplift.bench.Line.Bar;

/**
 * Two replicas of the service on one database: how much faster one school is read by its URN, and whether a change is lost or a
 * job done twice when both get them at the same moment.
 */
record Replicas() implements Measurement {
    private static final int CONNECTIONS = 16;
    /** With fewer, both replicas, the database and who asks wait for the same processors. */
    private static final int CORES = 4;

    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        Deployment one = large.deployment();
        Line.Runs reads = new Line.Runs();
        Line.Runs wrong = new Line.Runs();
        try (Deployment other = one.replica()) {
            readers(one).warmUp(CONNECTIONS, ground.size().warmUp());
            readers(other).warmUp(CONNECTIONS, ground.size().warmUp());
            for (int run = 0; run < ground.size().runs(); run++) {
                Bench.say("%s, run %d of %d …"
                        .formatted(name(), run + 1, ground.size().runs()));
                double alone =
                        readers(one).busy(CONNECTIONS, ground.size().load()).perSecond();
                double both = readers(one, other)
                        .busy(CONNECTIONS, ground.size().load())
                        .perSecond();
                reads.add(both, alone);
                try (Collisions collisions = new Collisions(large, other)) {
                    collisions.files(ground);
                    collisions.changes();
                    wrong.add(collisions.wrong(), collisions.sent());
                }
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(
                reads.line(
                        "requests/s of one school by URN at %d connections, two replicas ÷ one%s"
                                .formatted(
                                        CONNECTIONS,
                                        cores < CORES ? "; %d cores are too few for a bar".formatted(cores) : ""),
                        cores < CORES ? null : Bar.atLeast(1.7),
                        "/s",
                        "two",
                        "one"),
                wrong.line(
                        "lost updates and double jobs with two replicas ÷ changes and files sent to both at once",
                        Bar.atMost(0),
                        "changes and files",
                        "wrong",
                        "sent"));
    }

    private static Load readers(Deployment... replicas) {
        return new Load(
                Stream.of(replicas).map(replica -> replica.service().url()).toList(),
                replicas[0].api().token(Deployment.HEAD),
                page -> List.of("/api/v1/schools/900001"));
    }
}
