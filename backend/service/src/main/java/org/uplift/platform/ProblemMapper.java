package org.uplift.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StaleObjectStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where an exception becomes an answer. What is not expected is logged and answered without its text. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @Inject
    Addresses addresses;

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return problem.acrValues() == null ? answer(problem, uri) : stepUp(problem, uri);
    }

    private Response stepUp(Problem problem, UriInfo uri) {
        return Response.fromResponse(answer(problem, uri))
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + problem.acrValues() + "\"")
                .build();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(UriInfo uri) {
        Problem problem = Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Sign in again; the token is missing, expired or not meant for this service.");
        return Response.fromResponse(answer(problem, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(Problem.forbidden("None of your roles allows this."), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(ProblemMapper::error)
                .sorted(Comparator.comparing(FieldError::path).thenComparing(FieldError::code))
                .toList();
        return answer(Problem.invalid(errors), uri);
    }

    // The second is named because the framework brings a mapper for it, with an answer of its own.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response malformed(JacksonException e, UriInfo uri) {
        return answer(malformed(e), uri);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleObjectStateException.class})
    Response stale(UriInfo uri) {
        return answer(Problem.of(ProblemType.STALE, "Read it again: somebody saved a change at the same moment."), uri);
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo uri) {
        Set<String> allowed = addresses.methods(uri.getPath());
        Problem problem =
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address takes " + String.join(", ", allowed) + ".");
        return Response.fromResponse(answer(problem, uri)).allow(allowed).build();
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JacksonException jackson) {
            return answer(malformed(jackson), uri);
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem, uri);
            }
        }
        int status = e.getResponse().getStatus();
        if (e instanceof NotFoundException) {
            boolean valueOfQuery =
                    e.getCause() != null && !uri.getQueryParameters().isEmpty();
            return answer(
                    valueOfQuery
                            ? Problem.of(ProblemType.MALFORMED, "A value in the address is not of the expected form.")
                            : Problem.notFound(),
                    uri);
        }
        ProblemType type = ProblemType.ofStatus(status);
        return answer(Problem.of(type, type.title() + "."), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, UriInfo uri) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem, uri);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleObjectStateException) {
                return stale(uri);
            }
            if (cause instanceof SQLException sql) {
                return database(sql, uri);
            }
        }
        LOG.errorf(e, "Unexpected failure at %s", uri.getPath());
        return answer(
                Problem.of(ProblemType.FAILED, "It has been recorded; try again, or tell whoever runs Uplift."), uri);
    }

    private Response database(SQLException e, UriInfo uri) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("22")) {
            return answer(Problem.of(ProblemType.INVALID, "A value is outside what can be stored."), uri);
        }
        if ("23505".equals(state) || "23503".equals(state) || state.startsWith("40")) {
            LOG.warnf("Conflict at %s: %s", uri.getPath(), state);
            return answer(
                    Problem.conflict(
                            "It collides with something that was stored at the same moment; read and try again."),
                    uri);
        }
        if ("55P03".equals(state)) {
            return answer(Problem.tooMany("Another request holds what this one needs; it was not begun.", 10), uri);
        }
        LOG.errorf(
                "Database failure at %s: state %s, %s",
                uri.getPath(), state, e.getClass().getSimpleName());
        Problem problem = Problem.of(
                ProblemType.UNAVAILABLE, "The database does not answer; nothing was half-written. Try again shortly.");
        return Response.fromResponse(answer(problem, uri))
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }

    private static Problem malformed(JacksonException e) {
        if (e.getCause() instanceof Problem problem && problem.type() == ProblemType.TOO_LARGE) {
            return problem;
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            String path = pointer(unknown);
            return Problem.invalid(
                    path, "unknown-field", "There is no field \"" + unknown.getPropertyName() + "\" here.");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return unfit(mapping);
        }
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of(ProblemType.MALFORMED, "The body is not well-formed JSON" + where + ".");
    }

    /** What refuses a value itself says why; of any other it is told what it is and what was expected. */
    private static Problem unfit(JsonMappingException e) {
        String path = pointer(e);
        if (e.getCause() instanceof Problem rule && rule.body("").errors() instanceof List<FieldError> errors) {
            FieldError first = errors.getFirst();
            return Problem.invalid(path, first.code(), first.message());
        }
        String found = e instanceof InvalidFormatException format
                ? "\"" + shortened(String.valueOf(format.getValue())) + "\""
                : "The value at " + path;
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return Problem.invalid(path, "wrong-type", found + " is not " + words(wanted) + ".");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "of the expected form";
        } else if (type == String.class) {
            return "a text";
        } else if (type == Integer.class || type == int.class) {
            return "a whole number";
        } else if (Number.class.isAssignableFrom(type)) {
            return "a number";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (type == LocalDate.class) {
            return "a date as 2026-07-14";
        } else if (type == UUID.class) {
            return "an id";
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() ? "an object" : "of the expected form";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> "/" + (r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName()))
                .collect(Collectors.joining());
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        String path = nodes.stream()
                .filter(node -> node.getKind() == jakarta.validation.ElementKind.PROPERTY
                        || (node.getKind() == jakarta.validation.ElementKind.PARAMETER && nodes.getLast() == node))
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex()) + "/" + node.getName())
                .collect(Collectors.joining());
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = annotation.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new FieldError(path, code, path.substring(1) + " " + violation.getMessage() + ".");
    }

    private static Response answer(Problem problem, @Nullable UriInfo uri) {
        return Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, problem.retryAfter())
                .entity(problem.body(uri == null ? "" : uri.getRequestUri().getPath()))
                .build();
    }
}
