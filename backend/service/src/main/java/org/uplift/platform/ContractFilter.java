package org.uplift.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Completes the contract by what holds everywhere: which fields are always there, the problems that an operation can
 * answer with, and how to sign in.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "application/problem+json";
    private static final String INGESTION = "/api/v1/ingest/";
    private static final String CHANGES = "/api/v1/changes";

    private final IndexView index;
    private final Set<String> patterns = new HashSet<>();

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Map<String, Schema> schemas = new TreeMap<>(contract.getComponents().getSchemas());
        Map<String, ClassInfo> records = records();
        schemas.forEach((name, schema) -> {
            if (records.containsKey(name)) {
                require(schema, records.get(name));
            }
        });
        schemas.computeIfPresent("LocalTime", (name, schema) -> time());
        schemas.put("Problem", problem());
        schemas.put("FieldError", fieldError());
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    patchBody(operation, schemas);
                    files(operation);
                    headers(operation);
                    repetition(method, operation);
                    problems(path, method, operation);
                    reading(method, operation);
                }));
        patterns.removeIf(name -> isUsed(contract, schemas, name));
        schemas.keySet().removeAll(patterns);
        contract.getComponents().setSchemas(schemas);
        contract.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the trust's Keycloak with the audience uplift-api"));
        contract.setSecurity(
                new ArrayList<>(List.of(OASFactory.createSecurityRequirement().addScheme("bearer"))));
    }

    /** Without an example: readers of YAML take an unquoted one for a number to the base of 60. */
    private static Schema time() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .pattern("^\\d{2}:\\d{2}(:\\d{2})?$")
                .description("A time of day by the clocks in England, to the second");
    }

    private Map<String, ClassInfo> records() {
        Map<String, ClassInfo> records = new HashMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith("org.uplift.")) {
                AnnotationValue name = type.hasDeclaredAnnotation(SCHEMA)
                        ? type.declaredAnnotation(SCHEMA).value("name")
                        : null;
                if (name == null) {
                    records.putIfAbsent(type.simpleName(), type);
                } else {
                    records.put(name.asString(), type);
                }
            }
        }
        return records;
    }

    /** A component that is not marked as nullable is always there. */
    private static void require(Schema schema, ClassInfo type) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = type.recordComponents().stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .map(component -> component.name())
                .filter(schema.getProperties()::containsKey)
                .toList();
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    /** What is answered as no JSON is a file: a client that is generated would read a text as JSON, whatever its type. */
    private static void files(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().entrySet().stream())
                .filter(media ->
                        !media.getKey().endsWith("json") || media.getKey().endsWith("ndjson"))
                .filter(media -> !media.getKey().equals(MediaType.SERVER_SENT_EVENTS))
                .map(media -> media.getValue().getSchema())
                .filter(schema -> schema != null && schema.getRef() == null && schema.getFormat() == null)
                .forEach(schema -> schema.setFormat("binary"));
    }

    private static void headers(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (IdempotencyKey.HEADER.equals(parameter.getName())) {
                parameter.required(true);
                parameter.description(
                        "Needed: new for each new request, the same when it is repeated; 200 characters at"
                                + " most. The same key with another request is a conflict, none is 400.");
            } else if ("If-Match".equals(parameter.getName())) {
                parameter.description("The ETag that was read; 412 when somebody has saved a change since.");
            }
        }
    }

    /** What creates may be repeated. */
    private static void repetition(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST && operation.getResponses().hasAPIResponse("201")) {
            operation.addParameter(OASFactory.createParameter()
                    .name(IdempotencyKey.HEADER)
                    .in(Parameter.In.HEADER)
                    .description(
                            "New for each new thing, the same when the request is repeated: nothing more is made, and"
                                    + " the first answer is given again, for 24 hours. 200 characters at most. The same key with"
                                    + " another body is a conflict.")
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
    }

    /** In a merge patch every field may be absent, and null takes a value away. */
    private void patchBody(Operation operation, Map<String, Schema> schemas) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        var media = operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
        if (media == null || media.getSchema() == null || media.getSchema().getRef() == null) {
            return;
        }
        operation.getRequestBody().setRequired(true);
        String name = media.getSchema().getRef().substring(SCHEMAS.length());
        Schema whole = schemas.get(name);
        if (whole == null) {
            return;
        }
        Schema patch = OASFactory.createSchema()
                .type(whole.getType())
                .description("Changes to " + name + ": what is absent stays, what is null goes.")
                .examples(whole.getExamples());
        whole.getProperties().forEach((field, schema) -> {
            if (schema.getRef() != null) {
                patch.addProperty(
                        field,
                        OASFactory.createSchema()
                                .addAnyOf(schema)
                                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
            } else {
                Schema copy = OASFactory.createSchema();
                schema.getAll().forEach(copy::set);
                copy.setType(new ArrayList<>(schema.getType()));
                copy.addType(Schema.SchemaType.NULL);
                patch.addProperty(field, copy);
            }
        });
        patterns.add(name);
        schemas.put(name + "Patch", patch);
        media.setSchema(OASFactory.createSchema().ref(SCHEMAS + name + "Patch"));
    }

    /** What only served as the pattern of a patch is no part of the contract. */
    private static boolean isUsed(OpenAPI contract, Map<String, Schema> schemas, String name) {
        String reference = SCHEMAS + name;
        return contract.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream())
                        .anyMatch(operation -> operation.getRequestBody() != null
                                && operation.getRequestBody().getContent() != null
                                && operation.getRequestBody().getContent().getMediaTypes().values().stream()
                                        .anyMatch(media -> media.getSchema() != null
                                                && reference.equals(
                                                        media.getSchema().getRef())))
                || schemas.values().stream()
                        .filter(schema -> schema.getProperties() != null)
                        .flatMap(schema -> schema.getProperties().values().stream())
                        .anyMatch(property -> reference.equals(property.getRef())
                                || (property.getItems() != null
                                        && reference.equals(property.getItems().getRef())));
    }

    private static void problems(String path, PathItem.HttpMethod method, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        add(operation, ProblemType.UNAUTHENTICATED);
        add(operation, ProblemType.FORBIDDEN);
        add(operation, ProblemType.NOT_ACCEPTABLE);
        add(operation, ProblemType.FAILED);
        add(operation, ProblemType.UNAVAILABLE);
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            add(operation, ProblemType.NOT_FOUND);
        }
        if (body || parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            add(operation, ProblemType.MALFORMED);
            add(operation, ProblemType.INVALID);
        }
        if (body) {
            add(operation, ProblemType.TOO_LARGE);
            add(operation, ProblemType.UNSUPPORTED_FORMAT);
        }
        if (path.equals(CHANGES)) {
            add(operation, ProblemType.GONE);
        }
        if (method != PathItem.HttpMethod.GET) {
            add(operation, ProblemType.CONFLICT);
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            add(operation, ProblemType.STALE);
            add(operation, ProblemType.PRECONDITION_REQUIRED);
        }
        if (path.startsWith(INGESTION)) {
            add(operation, ProblemType.TOO_MANY_REQUESTS);
        }
    }

    /** What is read, and not followed, can be read again on condition that it is another one. */
    private static void reading(PathItem.HttpMethod method, Operation operation) {
        APIResponse read = operation.getResponses().getAPIResponse("200");
        if (method != PathItem.HttpMethod.GET
                || read == null
                || read.getContent() == null
                || read.getContent().hasMediaType(MediaType.SERVER_SENT_EVENTS)) {
            return;
        }
        read.addHeader(
                HttpHeaders.ETAG,
                OASFactory.createHeader()
                        .required(true)
                        .description(
                                "Of what was read: send it as If-None-Match, and get 304 as long as it is the same")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        operation
                .getResponses()
                .addAPIResponse("304", OASFactory.createAPIResponse().description("Not changed since you read it"));
    }

    private static void add(Operation operation, ProblemType type) {
        String status = String.valueOf(type.status());
        APIResponse declared = operation.getResponses().getAPIResponse(status);
        if (declared == null || declared.getContent() == null) {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(type.title())
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    PROBLEM,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"))));
            operation.getResponses().addAPIResponse(status, response);
        }
    }

    private static Schema problem() {
        return object(
                        "A problem in the form of RFC 9457. Some problems carry further members: current, the thing as it is"
                                + " now (412, and 409 where it is there already); blockers, link and jobId (409).")
                .addProperty(
                        "type", text("Stable identifier of the kind of problem").addExample("urn:uplift:problem:stale"))
                .addProperty("title", text("The kind of problem in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status")
                                .addExample(412))
                .addProperty("detail", text("What happened here, and what to do"))
                .addProperty("instance", text("The path of the request"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The values that are not as they should be")
                                .items(OASFactory.createSchema().ref(SCHEMAS + "FieldError")))
                .addProperty(
                        "blockers",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What is missing before a cycle may enter the stage (409)")
                                .items(OASFactory.createSchema().ref(SCHEMAS + "StageBlocker")))
                .addProperty("link", text("The path of what is there already (409)"))
                .addProperty("jobId", text("The job that an Idempotency-Key belongs to (409)"))
                .required(new ArrayList<>(List.of("type", "title", "status")));
    }

    private static Schema fieldError() {
        return object("One value of a request that is not as it should be.")
                .addProperty("path", text("JSON Pointer to the value").addExample("/targetValue"))
                .addProperty("code", text("Stable code of the rule").addExample("out-of-range"))
                .addProperty("message", text("What was found and what was expected, for people"))
                .required(new ArrayList<>(List.of("path", "code", "message")));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
