package org.uplift.testing;

import static org.hamcrest.CoreMatchers.either;
import static org.hamcrest.CoreMatchers.equalTo;
import static org.junit.jupiter.api.Assertions.fail;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Jobs that run by themselves. */
public final class Jobs {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Jobs() {}

    /**
     * The answer of a job when it has ended and the measures count its rows; what was sent has to have been received as a
     * file. Asks again when it is told to try again, as after a lost connection.
     */
    public static ValidatableResponse ended(Supplier<RequestSpecification> reader, ValidatableResponse sent) {
        String location = sent.statusCode(202).extract().header("Location");
        for (long left = PATIENCE.toMillis(); left > 0; left -= BETWEEN.toMillis()) {
            ValidatableResponse answer = reader.get()
                    .get(location)
                    .then()
                    .statusCode(either(equalTo(200)).or(equalTo(503)));
            String status = answer.extract().path("status").toString();
            if (List.of("completed", "failed").contains(status)) {
                counted();
                return answer;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return fail("The job at " + location + " has not ended after " + PATIENCE);
    }

    /** Waits until a job waits for a school that somebody holds. */
    public static void oneWaitsForItsSchool() {
        for (long left = PATIENCE.toMillis(); left > 0; left -= BETWEEN.toMillis()) {
            if (Given.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0) {
                return;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        fail("No job waits for its school after " + PATIENCE);
    }

    /** Waits until the measures count every row that has come in. */
    public static void counted() {
        for (long left = PATIENCE.toMillis(); left > 0; left -= BETWEEN.toMillis()) {
            if (Given.number("select count(*) from outdated_outcome") == 0) {
                return;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        fail("The measures do not count every row after " + PATIENCE);
    }
}
