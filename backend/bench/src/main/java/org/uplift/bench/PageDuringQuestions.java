package org.uplift.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** The page of a school while analysts ask without a pause, against while none does. Told, as no bar is set for it. */
record PageDuringQuestions() implements Measurement {
    private static final int CONNECTIONS = 8;
    private static final int PAGES_PER_SECOND = 10;
    private static final int ANALYSTS = 4;

    @Override
    public String name() {
        return "page-during-questions";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        Questions.fill(large);
        Questions.askAll(large.deployment());
        SchoolPage.of(large).warmUp(CONNECTIONS, ground.size().warmUp());
        Line.Runs middle = new Line.Runs();
        Line.Runs tail = new Line.Runs();
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            Load.Answers alone = pages(ground, large);
            Load.Answers during = during(ground, large);
            middle.add(during.millis(0.5), alone.millis(0.5));
            tail.add(during.millis(0.99), alone.millis(0.99));
        }
        String what = "of the page of a school beside %d analysts ÷ without them, %d pages/s"
                .formatted(ANALYSTS, PAGES_PER_SECOND);
        return List.of(
                middle.line("p50 " + what, null, "ms", "beside", "without"),
                tail.line("p99 " + what, null, "ms", "beside", "without"));
    }

    private static Load.Answers pages(Ground ground, Ground.Trust trust) {
        long end = System.nanoTime() + ground.size().load().toNanos();
        return SchoolPage.of(trust).steady(CONNECTIONS, PAGES_PER_SECOND, () -> System.nanoTime() < end);
    }

    private static Load.Answers during(Ground ground, Ground.Trust trust) {
        AtomicBoolean asking = new AtomicBoolean(true);
        try (ExecutorService analysts = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int analyst = 0; analyst < ANALYSTS; analyst++) {
                asked.add(analysts.submit(() -> ask(trust, asking)));
            }
            Load.Answers answers;
            try {
                answers = pages(ground, trust);
            } finally {
                asking.set(false);
            }
            for (Future<Integer> rounds : asked) {
                rounds.get();
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** How often everything was asked. */
    private static int ask(Ground.Trust trust, AtomicBoolean asking) {
        int rounds = 0;
        while (asking.get()) {
            Questions.askAll(trust.deployment());
            rounds++;
        }
        return rounds;
    }
}
