package org.uplift.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is read and has no revision of its own, a list above all, an ETag of what it says, so that who has it already is told so and
 * gets nothing. It is a weak one: nothing can be changed on the strength of it. What is written while it is read has to bring its own.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ReadTag implements ContainerResponseFilter {
    private static final int SHORT = 16;

    @Inject
    ObjectMapper json;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (!request.getMethod().equals(HttpMethod.GET)
                || response.getStatus() != Response.Status.OK.getStatusCode()
                || response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return;
        }
        byte[] said = said(response);
        if (said == null) {
            return;
        }
        EntityTag tag = of(said);
        boolean had = request.getRequest().evaluatePreconditions(tag) != null;
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        // The machine of a school is used by many: nothing that was read stays on it.
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (had) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        }
        response.setEntity(had ? null : said);
    }

    private byte @Nullable [] said(ContainerResponseContext response) throws JsonProcessingException {
        if (response.getEntity() instanceof byte[] bytes) {
            return bytes;
        }
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return json.writeValueAsBytes(response.getEntity());
        }
        return response.getEntity() instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
    }

    /** The ETag of what is read. */
    public static EntityTag of(byte[] said) {
        try {
            return new EntityTag(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(said), 0, SHORT),
                    true);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
