package org.uplift.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.uplift.stack.Database;

/** Changes of one thing and files of the same rows that reach two replicas at the same moment; counts what went wrong. */
final class Collisions implements AutoCloseable {
    private static final String KIND = "assessment-results";
    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 8;
    private static final int PARTS = 6;
    private static final long MOST_ROWS = 60_000;
    private static final int OK = 200;
    private static final Set<Integer> REFUSED = Set.of(409, 412);

    private final Ground.Trust trust;
    private final Deployment one;
    private final List<Deployment> replicas;
    private final List<Push> pushes;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private long wrong;
    private long sent;

    Collisions(Ground.Trust trust, Deployment other) {
        this.trust = trust;
        one = trust.deployment();
        replicas = List.of(one, other);
        pushes = replicas.stream()
                .map(replica -> new Push(replica, Deployment.SENDER))
                .toList();
    }

    long wrong() {
        return wrong;
    }

    long sent() {
        return sent;
    }

    /** Of changes that were made on the same version exactly one is taken, whichever replica has it; the others are refused. */
    void changes() {
        int urn = trust.shape().urns().max().orElseThrow();
        LocalDate joined = LocalDate.of(2020, 9, 1);
        for (int round = 0; round < ROUNDS; round++) {
            long before = version(urn);
            LocalDate first = joined.plusDays(1 + (long) round * AT_ONCE);
            List<Integer> answers = atOnce(IntStream.range(0, AT_ONCE)
                    .<Callable<Integer>>mapToObj(
                            each -> () -> join(replicas.get(each % 2), urn, before, first.plusDays(each)))
                    .toList());
            sent += AT_ONCE;
            long taken = answers.stream().filter(status -> status == OK).count();
            JsonNode after = school(urn);
            check("changes that were taken on one version", 1, taken);
            check("the version", before + taken, after.get("version").asLong());
            check(
                    "the day that is stored, by the change that was taken",
                    answers.indexOf(OK),
                    first.until(LocalDate.parse(after.get("joinedOn").asText()), ChronoUnit.DAYS));
            check(
                    "changes that were refused as stale",
                    AT_ONCE - taken,
                    answers.stream().filter(REFUSED::contains).count());
        }
        check("the change back", OK, join(one, urn, version(urn), joined));
    }

    private JsonNode school(int urn) {
        return one.api().get(Deployment.TRUST_LEADER, "/schools/" + urn);
    }

    private long version(int urn) {
        return school(urn).get("version").asLong();
    }

    /** Says since when a school is in the trust, and gives the status of the answer. */
    private int join(Deployment replica, int urn, long version, LocalDate day) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica.base() + "/schools/" + urn))
                .header("Authorization", "Bearer " + one.api().token(Deployment.TRUST_LEADER))
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"joinedOn\":\"" + day + "\"}"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("A change broke off: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Files of the same rows, older and newer, each sent to both replicas at once with one key: each is one job that runs once,
     * each row is created once, and the newest is what is stored.
     */
    void files(Ground ground) {
        long part = Math.min(ground.size().rows(), MOST_ROWS) / PARTS;
        one.execute(Database.OWNER, "truncate result");
        one.settle();
        List<Path> files = new ArrayList<>();
        for (int revision = 0; revision < 2; revision++) {
            for (int at = 0; at < PARTS; at++) {
                files.add(part(ground, revision, at, part));
            }
        }
        UUID run = UUID.randomUUID();
        List<JsonNode> answers = atOnce(files.stream()
                .flatMap(file -> pushes.stream()
                        .<Callable<JsonNode>>map(
                                push -> () -> push.queue(KIND, file, Rows.Format.CSV, run + "-" + file.getFileName())))
                .toList());
        sent += answers.size();
        Map<String, JsonNode> jobs = answers.stream()
                .collect(Collectors.toMap(job -> job.get("jobId").asText(), pushes.getFirst()::ended, (a, b) -> a));
        check("jobs", files.size(), jobs.size());
        jobs.keySet()
                .forEach(job -> check(
                        "runs of job " + job,
                        1,
                        one.api()
                                .get(Deployment.DATA_MANAGER, "/activity?subject=import&subjectId=" + job)
                                .at("/paging/totalResults")
                                .asLong()));
        check("rows that were received", 2 * PARTS * part, sum(jobs, "received"));
        check("rows that were created", PARTS * part, sum(jobs, "created"));
        check("rows that are stored", PARTS * part, one.number("select count(*) from result"));
        for (Path newest : files.subList(PARTS, files.size())) {
            JsonNode again = pushes.getFirst()
                    .ended(pushes.getFirst()
                            .queue(
                                    KIND,
                                    newest,
                                    Rows.Format.CSV,
                                    UUID.randomUUID().toString()));
            check("rows that are the newest", part, sum(Map.of("", again), "unchanged"));
        }
    }

    private Path part(Ground ground, int revision, int at, long rows) {
        return ground.file(
                "collision-%d-%d.csv".formatted(revision, at),
                path -> trust.generator()
                        .results(revision)
                        .skip(at * rows)
                        .limit(rows)
                        .write(path, Rows.Format.CSV));
    }

    private static long sum(Map<String, JsonNode> jobs, String count) {
        return jobs.values().stream()
                .mapToLong(job -> job.path("counts").path(count).asLong())
                .sum();
    }

    private void check(String what, long expected, long found) {
        if (found != expected) {
            Bench.say("  %s: %d, not %d".formatted(what, found, expected));
            wrong++;
        }
    }

    private <T> List<T> atOnce(List<Callable<T>> calls) {
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : senders.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pushes.forEach(Push::close);
        senders.close();
        client.close();
    }
}
