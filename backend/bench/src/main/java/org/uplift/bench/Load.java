package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;

/** Readers that ask for pages; a page is one or more requests, one after the other. */
final class Load {
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final int STEADY = 10;
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /**
     * What the readers saw.
     *
     * @param nanos how long each page took, sorted
     */
    record Answers(long[] nanos, double seconds) {
        double perSecond() {
            return nanos.length / seconds;
        }

        double millis(double share) {
            return Spread.percentile(nanos, share) / 1e6;
        }
    }

    private final List<String> bases;
    private final String token;
    private final LongFunction<List<Request>> pages;

    /**
     * @param base scheme, host and port
     * @param pages the paths of the n-th page
     */
    Load(String base, String token, LongFunction<List<String>> pages) {
        this(List.of(base), token, pages);
    }

    /** Readers who are shared out evenly among several replicas. */
    Load(List<String> bases, String token, LongFunction<List<String>> pages) {
        this.bases = bases;
        this.token = token;
        this.pages = page -> pages.apply(page).stream().map(Request::get).toList();
    }

    /** Every page is one and the same request. */
    Load(String base, String token, Request request) {
        this.bases = List.of(base);
        this.token = token;
        List<Request> page = List.of(request);
        this.pages = any -> page;
    }

    /** Reads until the service has got no faster for a while. */
    void warmUp(int connections, Duration longest) {
        untilSteady(longest, () -> busy(connections, SLICE).perSecond());
    }

    /**
     * Works until it has got no faster for a while: the service's code is compiled by then.
     *
     * @param work gives how much was done in a second
     */
    static void untilSteady(Duration longest, DoubleSupplier work) {
        long end = System.nanoTime() + longest.toNanos();
        double best = 0;
        for (int steady = 0; steady < STEADY && System.nanoTime() < end; ) {
            double rate = work.getAsDouble();
            steady = rate > best * 1.02 ? 0 : steady + 1;
            best = Math.max(best, rate);
        }
    }

    /** Each connection asks for the next page as soon as it has the one before. */
    Answers busy(int connections, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return run(connections, 0, () -> System.nanoTime() < end);
    }

    /** Pages are asked for at a steady rate; how long one takes counts from when its turn was. */
    Answers steady(int connections, int perSecond, BooleanSupplier more) {
        return run(connections, 1_000_000_000L / perSecond, more);
    }

    private Answers run(int connections, long interval, BooleanSupplier more) {
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        List<Future<long[]>> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < connections; reader++) {
                String base = bases.get(reader % bases.size());
                readers.add(threads.submit(() -> read(base, start, interval, next, more)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = readers.stream()
                .map(Load::result)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return new Answers(all, seconds);
    }

    private long[] read(String base, long start, long interval, AtomicLong next, BooleanSupplier more)
            throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long end = start + LONGEST.toNanos();
        try (KeptConnection connection = new KeptConnection(base, token)) {
            while (more.getAsBoolean() && System.nanoTime() < end) {
                long page = next.getAndIncrement();
                long turn = System.nanoTime();
                if (interval > 0) {
                    turn = start + page * interval;
                    LockSupport.parkNanos(turn - System.nanoTime());
                }
                for (Request request : pages.apply(page)) {
                    connection.send(request);
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - turn;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] result(Future<long[]> reader) {
        try {
            return reader.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
