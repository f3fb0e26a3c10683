package org.uplift.platform;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The revision of a resource as its ETag: changes need {@code If-Match}, reads may say {@code If-None-Match}. */
public final class Revision {
    private Revision() {}

    /** Refuses a change that was not made on the present version. */
    public static void check(@Nullable String ifMatch, int version, Object current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send the ETag that you read as If-Match.");
        }
        if (!ifMatch.equals("*") && !ifMatch.replaceFirst("-[0-9a-f]+\"$", "\"").equals(tag(version))) {
            throw Problem.with(
                    ProblemType.STALE,
                    "Your change was made on " + ifMatch + ", the present version is " + tag(version) + ".",
                    "current",
                    current);
        }
    }

    /** 200 with the body and its ETag, or 304 when the reader has this version already. */
    public static Response read(Request request, Object body, int version) {
        return read(request, body, new EntityTag(String.valueOf(version)));
    }

    /**
     * As {@link #read}, where parts of the body are computed or come from elsewhere, so that one version may read
     * differently from day to day: the ETag says of what was read too, and 304 only that this is the same.
     */
    public static Response readComputed(Request request, Record body, int version) {
        return read(
                request,
                body,
                new EntityTag(
                        version + "-" + Integer.toHexString(body.toString().hashCode())));
    }

    private static Response read(Request request, Object body, EntityTag tag) {
        Response.@Nullable ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return (notModified == null ? Response.ok(body) : notModified)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** 200 with the changed resource and its new ETag. */
    public static Response changed(Object body, int version) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(version))).build();
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
