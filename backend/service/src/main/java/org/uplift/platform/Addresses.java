package org.uplift.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes: the framework knows, but does not say so when it refuses another one. */
@ApplicationScoped
class Addresses {
    /** From the form of an address, as an expression, to its methods. */
    private final Map<String, Set<String>> methods = new HashMap<>();

    @Inject
    void read(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path resource = bean.getBeanClass().getAnnotation(Path.class);
            if (resource != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    read(resource, method);
                }
            }
        }
    }

    private void read(Path resource, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                methods.computeIfAbsent(form(resource, method.getAnnotation(Path.class)), none -> new TreeSet<>())
                        .add(http.value());
            }
        }
    }

    private static String form(Path resource, @Nullable Path method) {
        String path = "/" + resource.value() + (method == null ? "" : "/" + method.value());
        return path.replaceAll("/+", "/").replaceAll("\\{[^}]+}", "[^/]+");
    }

    /** The methods of an address; what reads also answers HEAD, and every address OPTIONS. */
    Set<String> methods(String path) {
        Set<String> taken = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        methods.forEach((form, some) -> {
            if (path.matches(form)) {
                taken.addAll(some);
            }
        });
        if (taken.contains(HttpMethod.GET)) {
            taken.add(HttpMethod.HEAD);
        }
        return taken;
    }
}
