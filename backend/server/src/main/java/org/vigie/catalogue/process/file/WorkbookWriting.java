package org.vigie.catalogue.process.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.vigie.catalogue.process.ContentJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a catalogue as a workbook. What begins with an equals sign is text like any other: no cell has a formula. */
final class WorkbookWriting {

    private WorkbookWriting() {}

    static byte[] write(WrittenCatalogue catalogue) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Vigie", "1.0")) {
            Sheet services = new Sheet(book, Table.SERVICES);
            catalogue.organisations().forEach(organisation -> services(services, organisation));
            Sheet domains = new Sheet(book, Table.DOMAINS);
            catalogue.domains().forEach(domain -> domains.row(List.of(), tree(domain)));
            List<ObjectNode> processes =
                    catalogue.processes().stream().map(WorkbookWriting::tree).toList();
            Sheet sheet = new Sheet(book, Table.PROCESSES);
            processes.forEach(process -> sheet.row(List.of(), process));
            for (Table table : Table.BELOW) {
                Sheet below = new Sheet(book, table);
                processes.forEach(process -> below(below, process));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void services(Sheet sheet, WrittenCatalogue.Organisation organisation) {
        for (WrittenCatalogue.Service service : organisation.services()) {
            ObjectNode row = tree(service);
            row.put("organisation", organisation.name());
            sheet.row(List.of(), row);
        }
    }

    private static void below(Sheet sheet, ObjectNode process) {
        String code = process.path("code").asString();
        if (sheet.table.keys().size() == 1) {
            process.path(sheet.table.list()).forEach(entry -> sheet.row(List.of(code), entry));
        } else {
            process.path(Table.QUESTIONS.list()).forEach(question -> {
                List<String> keys = List.of(code, question.path("code").asString());
                question.path(sheet.table.list()).forEach(entry -> sheet.row(keys, entry));
            });
        }
    }

    private static ObjectNode tree(Object value) {
        return ContentJson.MAPPER.valueToTree(value);
    }

    /** A sheet that is being filled from its top. */
    private static final class Sheet {

        private final Table table;
        private final Worksheet sheet;
        private int next;

        Sheet(Workbook book, Table table) {
            this.table = table;
            this.sheet = book.newWorksheet(table.sheet());
            for (String heading : table.headings()) {
                sheet.value(0, table.headings().indexOf(heading), heading);
            }
            sheet.range(0, 0, 0, table.headings().size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            next = 1;
        }

        void row(List<String> keys, JsonNode entry) {
            for (int i = 0; i < keys.size(); i++) {
                sheet.value(next, i, keys.get(i));
            }
            for (int i = 0; i < table.columns().size(); i++) {
                cell(keys.size() + i, at(entry, table.columns().get(i).path()));
            }
            next++;
        }

        private static JsonNode at(JsonNode entry, String path) {
            JsonNode value = entry;
            for (String step : path.split("\\.")) {
                value = value.path(step);
            }
            return value;
        }

        private void cell(int column, JsonNode value) {
            if (value.isBoolean()) {
                sheet.value(next, column, value.asBoolean());
            } else if (value.isNumber()) {
                sheet.value(next, column, value.asInt());
            } else if (value.isArray()) {
                sheet.value(
                        next,
                        column,
                        value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n")));
            } else if (value.isString()) {
                sheet.value(next, column, value.asString());
            }
        }
    }
}
