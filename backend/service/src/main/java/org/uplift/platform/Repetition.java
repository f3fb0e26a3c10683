package org.uplift.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Answers a repeated request as it was answered first. It runs inside the transaction of the request: the thing and its
 * answer are there together or not at all, and of two requests at once the second waits for the first.
 */
@OncePerKey
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class Repetition {
    @Inject
    GivenAnswers answers;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    ObjectMapper json;

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(IdempotencyKey.HEADER);
        if (key == null) {
            return call.proceed();
        }
        GivenAnswers.Asked asked =
                new GivenAnswers.Asked("POST", uri.getPath(), IdempotencyKey.checked(key), hash(call.getParameters()));
        if (!answers.claim(asked)) {
            return answers.again(asked);
        }
        Response answer = (Response) call.proceed();
        answers.keep(asked, answer, json.writeValueAsString(answer.getEntity()));
        return answer;
    }

    /** Of what the body says, however it is written. */
    private byte[] hash(Object[] parameters) throws JsonProcessingException {
        try {
            Object[] body =
                    Arrays.stream(parameters).filter(Record.class::isInstance).toArray();
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
