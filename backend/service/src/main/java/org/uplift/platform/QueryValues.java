package org.uplift.platform;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values in an address that are not of their type are told by their name. Yes or no is true or false: anything else
 * would be taken for no, and a dry run keep what it should not.
 */
@Provider
public class QueryValues implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = name(annotations);
        if (name == null) {
            return null;
        }
        if (type == Boolean.class) {
            return (ParamConverter<T>) new Value<>(name, "neither true nor false", QueryValues::truth);
        }
        if (type == Integer.class || type == int.class) {
            return (ParamConverter<T>) new Value<>(name, "not a whole number", Integer::valueOf);
        }
        if (type == UUID.class) {
            return (ParamConverter<T>) new Value<>(name, "not an id", UUID::fromString);
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Value<>(name, "not a date as 2026-07-14", LocalDate::parse);
        }
        return null;
    }

    private static @Nullable String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam parameter) {
                return parameter.value();
            }
        }
        return null;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Value<T>(String name, String otherwise, Function<String, T> reading) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Problem.invalid("/" + name, "wrong-type", "\"" + text + "\" is " + otherwise + ".");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
