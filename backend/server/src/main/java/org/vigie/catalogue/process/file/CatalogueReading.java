package org.vigie.catalogue.process.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.catalogue.process.ContentJson;
import org.vigie.catalogue.process.ProcessContent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was read of a file so far: what could be understood, where it stood, and what could not be. For one thread. */
public final class CatalogueReading {

    /**
     * Something that cannot be kept.
     *
     * @param row line of a YAML file, or row of the sheet that the reason names; from 1
     */
    public record Fault(long row, String reason) {}

    /** @param row where the process begins; in a workbook, in its sheet of processes */
    public record Row(long row, ProcessContent content) {}

    private final List<WrittenCatalogue.Organisation> organisations = new ArrayList<>();
    private final List<WrittenCatalogue.Domain> domains = new ArrayList<>();
    private final List<Row> processes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long entries;

    public List<Row> processes() {
        return List.copyOf(processes);
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How many processes the file has, understood or not. */
    public long entries() {
        return entries;
    }

    public WrittenCatalogue catalogue() {
        return new WrittenCatalogue(
                List.copyOf(organisations),
                List.copyOf(domains),
                processes.stream().map(Row::content).toList());
    }

    void organisation(long row, JsonNode tree) {
        understand(row, "organisations", tree, WrittenCatalogue.Organisation.class, organisations);
    }

    void domain(long row, JsonNode tree) {
        understand(row, "domains", tree, WrittenCatalogue.Domain.class, domains);
    }

    void process(long row, JsonNode tree) {
        entries++;
        List<ProcessContent> understood = new ArrayList<>();
        understand(row, "process " + tree.path("code").asString(""), tree, ProcessContent.class, understood);
        understood.forEach(content -> processes.add(new Row(row, content)));
    }

    void fault(long row, String reason) {
        faults.add(new Fault(row, reason));
    }

    private <T> void understand(long row, String what, JsonNode tree, Class<T> type, List<T> into) {
        try {
            into.add(ContentJson.MAPPER.treeToValue(tree, type));
        } catch (JacksonException notUnderstood) {
            fault(row, what + ": " + where(notUnderstood) + reason(notUnderstood));
        }
    }

    /** As {@code questions[2].type}, counted from 0. */
    private static String where(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        failure.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String reason(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "there is no such field";
        }
        if (failure instanceof InvalidFormatException value) {
            Class<?> type = value.getTargetType();
            return "“" + value.getValue() + "” is "
                    + (type.isEnum()
                            ? "none of " + Arrays.toString(type.getEnumConstants())
                            : "no " + type.getSimpleName());
        }
        return failure.getOriginalMessage();
    }
}
