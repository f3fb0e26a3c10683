package org.uplift.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Tells in the contract which operations end, when, and what takes their place. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SunsetFilter implements OASFilter {
    private final IndexView index;

    public SunsetFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        // The index may name a class twice.
        Map<String, SunsetDates> ends = new HashMap<>();
        index.getAnnotations(Sunset.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(annotation -> ends.put(operationId(annotation.target().asMethod()), dates(annotation)));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> {
                    SunsetDates dates = ends.get(operation.getOperationId());
                    if (dates != null) {
                        tell(operation, dates);
                    }
                });
    }

    /** As the strategy class-method names operations. */
    private static String operationId(MethodInfo method) {
        return method.declaringClass().simpleName() + "_" + method.name();
    }

    private static SunsetDates dates(AnnotationInstance sunset) {
        return SunsetDates.of(
                sunset.value("since").asString(),
                sunset.value("until").asString(),
                sunset.value("instead").asString());
    }

    private static void tell(Operation operation, SunsetDates dates) {
        String description = operation.getDescription();
        operation.setDeprecated(true);
        operation.setDescription((description == null ? "" : description + " ") + dates.sentence());
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> response.addHeader(
                                SunsetDates.DEPRECATION,
                                header("Since when this is deprecated (RFC 9745)", dates.deprecation()))
                        .addHeader(
                                SunsetDates.SUNSET,
                                header("From when on this may be gone (RFC 8594)", dates.sunset())));
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .addExample(example));
    }
}
