package org.uplift.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Processes of an earlier run that was killed before it could stop them. */
final class Leftover {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private Leftover() {}

    /** Remembers a process by its number and the moment it started, so that no other is ever taken for it. */
    static void remember(Path file, ProcessHandle process) throws IOException {
        Files.writeString(
                file,
                process.pid() + "\n"
                        + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    static void stop(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        long started = lines.size() > 1 ? Long.parseLong(lines.get(1)) : 0;
        alive(Long.parseLong(lines.getFirst()), Instant.ofEpochMilli(started))
                .map(Child::family)
                .ifPresent(Child::end);
        Files.delete(file);
    }

    /** PostgreSQL notes in its data folder who runs it, in the first line, and since when, in the third (seconds). */
    static void stopPostgres(Path data) throws IOException {
        Path note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        if (lines.size() > 2) {
            alive(
                            Long.parseLong(lines.getFirst().strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())))
                    .map(List::of)
                    .ifPresent(Child::end);
        }
    }

    private static Optional<ProcessHandle> alive(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(moment ->
                                Duration.between(moment, started).abs().compareTo(CLOCK_STEP) <= 0)
                        .isPresent());
    }
}
