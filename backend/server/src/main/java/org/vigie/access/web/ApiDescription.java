package org.vigie.access.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.vigie.access.Role;
import org.vigie.geo.Wgs84Point;

/**
 * Completes the OpenAPI document with what the code does not say where the operation stands: who may call it, by the same table that the
 * gate reads, how it refuses, and one line on what it is for, from {@code api-operations.txt}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PREFIX = "/{jurisdiction}";
    private static final String SESSION = "session";
    private static final String CSRF = "csrf";
    private static final String PROBLEM = "Problem";
    private static final Set<PathItem.HttpMethod> READING = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);

    @Bean
    OpenApiCustomizer describedApi() {
        SpringDocUtils.getConfig()
                .replaceWithClass(Revision.class, String.class)
                .replaceWithSchema(Wgs84Point.class, geoJson("A GeoJSON point, longitude first."))
                .replaceWithSchema(Geometry.class, geoJson("A GeoJSON geometry, longitude first."));
        Map<String, String> summaries = summaries();
        return api -> {
            components(api);
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> describe(path, method, operation, summaries)));
        };
    }

    /** Wherever it is read: paths begin at the root of the server. */
    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .addServersItem(new Server().url("/"))
                .info(
                        new Info()
                                .title("Vigie")
                                .version("1")
                                .description(
                                        "The incident map of a town. Everything of a jurisdiction lies under its code; positions are GeoJSON, "
                                                + "longitude first; refusals are RFC 9457 problems with a stable type and a sentence that says what to do."));
    }

    private static Schema<?> geoJson(String description) {
        return new ObjectSchema()
                .description(description)
                .addProperty("type", new StringSchema())
                .addProperty("coordinates", new io.swagger.v3.oas.models.media.ArraySchema().items(new Schema<>()));
    }

    private static void components(OpenAPI api) {
        Components parts = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
        parts.addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("vigie-session")
                                .description(
                                        "Got by POST /{jurisdiction}/api/session; holds in that jurisdiction only."))
                .addSecuritySchemes(
                        CSRF,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-CSRF-Token")
                                .description(
                                        "The token of the session, from GET /{jurisdiction}/api/session; for every write."))
                .addSchemas(
                        PROBLEM,
                        new ObjectSchema()
                                .description("RFC 9457")
                                .addProperty("type", new StringSchema().description("/problems/ and a stable name"))
                                .addProperty("title", new StringSchema())
                                .addProperty("status", new IntegerSchema())
                                .addProperty("detail", new StringSchema().description("what to do"))
                                .addProperty(
                                        "errors",
                                        new io.swagger.v3.oas.models.media.ArraySchema()
                                                .items(new ObjectSchema()
                                                        .addProperty("field", new StringSchema())
                                                        .addProperty("detail", new StringSchema()))));
        api.setComponents(parts);
    }

    private static void describe(
            String path, PathItem.HttpMethod method, Operation operation, Map<String, String> summaries) {
        String below = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
        operation.setSummary(summaries.get(method + " " + below));
        operation.setOperationId(method.name().toLowerCase(java.util.Locale.ROOT)
                + below.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", ""));
        Optional<Set<Role>> roles = AccessRules.rolesFor(HttpMethod.valueOf(method.name()), below);
        operation.setSecurity(roles.map(any -> List.of(security(method))).orElse(List.of()));
        roles.ifPresent(may -> operation.addExtension(
                "x-roles", may.stream().map(Enum::name).sorted().toList()));
        problems(operation, roles.isPresent());
    }

    private static SecurityRequirement security(PathItem.HttpMethod method) {
        SecurityRequirement needed = new SecurityRequirement().addList(SESSION);
        return READING.contains(method) ? needed : needed.addList(CSRF);
    }

    private static void problems(Operation operation, boolean restricted) {
        ApiResponses answers = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        answer(answers, "404", "There is nothing here, or not in this jurisdiction.");
        if (restricted) {
            answer(answers, "401", "Nobody is signed in here.");
            answer(answers, "403", "Not with this role, or without the session’s token.");
        }
        boolean takes = operation.getRequestBody() != null
                || operation.getParameters() != null
                        && operation.getParameters().size() > 1;
        if (takes) {
            answer(answers, "400", "What was sent cannot be understood.");
        }
        if (operation.getRequestBody() != null) {
            answer(answers, "409", "The state of things forbids it now.");
            answer(answers, "422", "What was sent is understood and not allowed.");
        }
        if (takesRevision(operation)) {
            answer(answers, "412", "Somebody changed it meanwhile; nothing was saved.");
            answer(answers, "428", "Send the revision that was read as If-Match.");
        }
        answer(answers, "default", "Anything else that went wrong.");
        operation.setResponses(answers);
    }

    private static boolean takesRevision(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> HttpHeaders.IF_MATCH.equals(known.getName()));
    }

    private static void answer(ApiResponses answers, String status, String description) {
        answers.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }

    /** Lines of method, path below the jurisdiction, colon, sentence. */
    private static Map<String, String> summaries() {
        try (InputStream file =
                Objects.requireNonNull(ApiDescription.class.getResourceAsStream("/api-operations.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(": ") && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, two) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
