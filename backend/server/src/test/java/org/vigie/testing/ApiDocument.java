package org.vigie.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.MockMvc;

/** The OpenAPI document as the service serves it. */
public record ApiDocument(Set<String> paths, Map<String, Operation> operations) {

    /**
     * @param problems statuses that are answered with a problem
     * @param takesRevision an If-Match is sent along
     */
    public record Operation(
            String summary, List<String> roles, boolean secured, Set<String> problems, boolean takesRevision) {}

    @SuppressWarnings("unchecked")
    public static ApiDocument read(MockMvc http) throws Exception {
        Map<String, Map<String, Object>> paths =
                Answers.to(http, get("/api/docs")).at("$.paths");
        Map<String, Operation> operations = new TreeMap<>();
        paths.forEach((path, item) -> item.forEach((method, about) -> operations.put(
                method.toUpperCase(java.util.Locale.ROOT) + " " + below(path),
                operation((Map<String, Object>) about))));
        return new ApiDocument(paths.keySet(), operations);
    }

    /** The path below the jurisdiction. */
    public static String below(String path) {
        return path.replaceFirst("^/\\{jurisdiction}", "");
    }

    @SuppressWarnings("unchecked")
    private static Operation operation(Map<String, Object> about) {
        Map<String, Map<String, Object>> responses =
                (Map<String, Map<String, Object>>) about.getOrDefault("responses", Map.of());
        Set<String> problems = responses.entrySet().stream()
                .filter(answer ->
                        String.valueOf(answer.getValue().get("content")).contains("application/problem+json"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Map<String, Object>> parameters = (List<Map<String, Object>>) about.getOrDefault("parameters", List.of());
        return new Operation(
                String.valueOf(about.getOrDefault("summary", "")),
                (List<String>) about.getOrDefault("x-roles", List.of()),
                !((List<Object>) about.getOrDefault("security", List.of())).isEmpty(),
                problems,
                parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.get("name"))));
    }
}
