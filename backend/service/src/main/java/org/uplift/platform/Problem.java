package org.uplift.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown anywhere, answered as {@code application/problem+json} by {@link ProblemMapper}. */
public final class Problem extends RuntimeException {
    static final String RETRY_AFTER = "retryAfter";
    static final String ACR_VALUES = "acrValues";
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    private Problem(ProblemType type, String detail, List<FieldError> errors, Map<String, Object> extensions) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    /** A problem with one more member than the standard ones, as {@code blockers} or {@code jobId}. */
    public static Problem with(ProblemType type, String detail, String member, Object value) {
        return new Problem(type, detail, List.of(), Map.of(member, value));
    }

    /** Come again after so many seconds. */
    public static Problem tooMany(String detail, int retryAfter) {
        return with(ProblemType.TOO_MANY_REQUESTS, detail, RETRY_AFTER, retryAfter);
    }

    /** Sign in again with more than a session, to a level that the answer names (RFC 9470). */
    public static Problem stepUp(String detail, String level) {
        return with(ProblemType.STEP_UP_NEEDED, detail, ACR_VALUES, level);
    }

    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, "Check the address, or ask the person who runs Uplift in your trust.");
    }

    public static Problem forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail);
    }

    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /** A value that could not be read, with its path. */
    public static Problem malformed(String path, String code, String message) {
        List<FieldError> errors = List.of(new FieldError(path, code, message));
        return new Problem(ProblemType.MALFORMED, FieldError.sentence(errors), errors, Map.of());
    }

    /** Payload rules that do not hold, each with the path of the value. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID, FieldError.sentence(errors), errors, Map.of());
    }

    public static Problem invalid(String path, String code, String message) {
        return invalid(List.of(new FieldError(path, code, message)));
    }

    public ProblemType type() {
        return type;
    }

    /** What happened, and what to do. */
    public String detail() {
        return detail;
    }

    /** After how many seconds to come again, for who comes too soon. */
    @Nullable
    Object retryAfter() {
        return extensions.get(RETRY_AFTER);
    }

    /** The level of authentication that is needed, where that of the token is not enough. */
    @Nullable
    Object acrValues() {
        return extensions.get(ACR_VALUES);
    }

    ProblemBody body(String instance) {
        return new ProblemBody(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                instance,
                errors.isEmpty() ? null : errors,
                extensions);
    }
}
