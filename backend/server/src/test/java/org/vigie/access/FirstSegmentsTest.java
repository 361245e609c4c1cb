package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.vigie.territory.ImportReport;
import org.vigie.territory.JurisdictionImport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.ServiceTest;

@ServiceTest
class FirstSegmentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JurisdictionImport imports;

    @TempDir
    Path directory;

    @Test
    void everyPathThatTheServiceAnswersItselfIsReserved() {
        Set<String> answered = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .forEach(answered::add);
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> answered.addAll(mapping.getHandlerMap().keySet()));

        Set<String> first = answered.stream()
                .map(path -> path.replaceFirst("^/?([^/]*).*$", "$1"))
                .filter(segment -> segment.matches("[a-z0-9-]+"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(first)
                .contains("actuator", "api", "assets", "error", "icons")
                .allMatch(FirstSegments::isReserved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "icons", "actuator", "api", "error", "problems", "geoserver"})
    void noJurisdictionIsBroughtInUnderSuchACode(String code) throws IOException {
        Path boundary = Files.writeString(directory.resolve("boundary.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":
                {"type":"Polygon","coordinates":[[[2,47],[2.1,47],[2.1,47.1],[2,47.1],[2,47]]]}}]}
                """);
        var order = new JurisdictionImport.Order(code, "Ville", "fr", ZoneOffset.UTC);
        try (ImportReport report = new ImportReport(directory.resolve("report"), new PrintWriter(new StringWriter()))) {
            assertThatThrownBy(() -> imports.run(order, new SourceFile(boundary), report))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("code-reserved"));
        }
    }
}
