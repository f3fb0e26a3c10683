package org.uplift.platform;

/** Every kind of problem that the API answers with (RFC 9457). The type URI is stable; the detail is for people. */
public enum ProblemType {
    MALFORMED(400, "The request could not be read"),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key header is needed"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    STEP_UP_NEEDED(401, "Prove again who you are"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is nothing here that you may see"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "This address does not answer in that format"),
    CONFLICT(409, "This is not possible in the present state"),
    STAGE_BLOCKED(409, "The next stage is blocked"),
    IDEMPOTENCY_KEY_REUSED(409, "The Idempotency-Key was used for another request"),
    STILL_RUNNING(409, "The first request with this Idempotency-Key is still running"),
    GONE(410, "This is not kept any more"),
    STALE(412, "Somebody has changed this since you read it"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_FORMAT(415, "This address does not take that format"),
    INVALID(422, "Some values are not as they should be"),
    QUESTION_TOO_LARGE(422, "This asks for more than can be answered in time"),
    PRECONDITION_REQUIRED(428, "An If-Match header is needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    FAILED(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Uplift cannot answer at the moment");

    private static final String BASE = "urn:uplift:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with this problem. */
    public int status() {
        return status;
    }

    /** One line for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable identifier, a URN. */
    public String uri() {
        return BASE + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The problem that stands for an HTTP status which the framework raised. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED : FAILED;
    }
}
