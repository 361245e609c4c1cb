package org.vigie.catalogue.process.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.vigie.access.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a catalogue from a workbook, sheet by sheet, into the trees that the same catalogue has in YAML. For one file. */
final class WorkbookReading {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A process and the row on which it stands. */
    private record Begun(long row, ObjectNode tree) {}

    private final CatalogueReading reading = new CatalogueReading();
    private final Map<String, Begun> processes = new LinkedHashMap<>();
    private final Map<String, ObjectNode> questions = new LinkedHashMap<>();

    private WorkbookReading() {}

    /** @throws Refusal catalogue-not-understood when it is no workbook */
    static CatalogueReading read(Path file) {
        WorkbookReading workbook = new WorkbookReading();
        try (InputStream bytes = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(bytes)) {
            return workbook.read(book);
        } catch (ExcelReaderException | IOException noWorkbook) {
            throw Refusal.invalid(
                    "catalogue-not-understood", file.getFileName(), String.valueOf(noWorkbook.getMessage()));
        }
    }

    private CatalogueReading read(ReadableWorkbook book) {
        Map<String, WrittenOrganisation> organisations = new LinkedHashMap<>();
        rows(book, Table.SERVICES, (row, entry) -> {
            String name = text(entry.remove("organisation"));
            organisations
                    .computeIfAbsent(
                            name,
                            unknown -> new WrittenOrganisation(
                                    row, NODES.objectNode().put("name", name)))
                    .tree()
                    .withArray("services")
                    .add(entry);
        });
        organisations.values().forEach(each -> reading.organisation(each.row(), each.tree()));
        rows(book, Table.DOMAINS, reading::domain);
        List<Begun> inOrder = new ArrayList<>();
        rows(book, Table.PROCESSES, (row, entry) -> {
            Begun begun = new Begun(row, entry);
            inOrder.add(begun);
            processes.putIfAbsent(text(entry.get("code")), begun);
        });
        Table.BELOW.forEach(table -> rows(book, table, (row, entry) -> hang(table, row, entry)));
        inOrder.forEach(begun -> reading.process(begun.row(), begun.tree()));
        return reading;
    }

    private record WrittenOrganisation(long row, ObjectNode tree) {}

    /** Puts an entry under the process, or the question of a process, that its keys name. */
    private void hang(Table table, long row, ObjectNode entry) {
        String process = text(entry.remove("process"));
        String question = table.keys().size() > 1 ? text(entry.remove("question")) : "";
        Optional<ObjectNode> parent = question.isEmpty()
                ? Optional.ofNullable(processes.get(process)).map(Begun::tree)
                : Optional.ofNullable(questions.get(process + " " + question));
        if (parent.isEmpty() || (table.keys().size() > 1 && question.isEmpty())) {
            reading.fault(
                    row,
                    table.sheet() + ": there is no " + (table.keys().size() > 1 ? "question" : "process") + " “"
                            + (process + " " + question).strip() + "”");
            return;
        }
        parent.get().withArray(table.list()).add(entry);
        if (table == Table.QUESTIONS) {
            questions.put(process + " " + text(entry.get("code")), entry);
        }
    }

    private void rows(ReadableWorkbook book, Table table, BiConsumer<Long, ObjectNode> each) {
        Optional<Sheet> sheet = book.getSheets()
                .filter(found -> found.getName().equalsIgnoreCase(table.sheet()))
                .findFirst();
        if (sheet.isEmpty()) {
            return;
        }
        List<String> headings = new ArrayList<>();
        try (Stream<Row> rows = sheet.get().openStream()) {
            rows.forEach(row -> {
                if (headings.isEmpty()) {
                    headings.addAll(headings(table, row));
                } else {
                    ObjectNode entry = entry(table, headings, row);
                    if (!entry.isEmpty()) {
                        each.accept((long) row.getRowNum(), entry);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> headings(Table table, Row row) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            String heading = value(row, i).strip();
            if (!heading.isEmpty() && !table.headings().contains(heading)) {
                reading.fault(row.getRowNum(), table.sheet() + ": there is no column “" + heading + "”");
            }
            headings.add(heading);
        }
        return headings;
    }

    private static ObjectNode entry(Table table, List<String> headings, Row row) {
        ObjectNode entry = NODES.objectNode();
        for (int i = 0; i < Math.min(headings.size(), row.getCellCount()); i++) {
            String heading = headings.get(i);
            String value = value(row, i);
            if (value.isBlank() || heading.isEmpty()) {
                continue;
            }
            Optional<Table.Column> column = table.column(heading);
            if (column.filter(Table.Column::isList).isPresent()) {
                ArrayNode list = NODES.arrayNode();
                value.lines().forEach(list::add);
                put(entry, heading, list);
            } else if (column.isPresent() || table.keys().contains(heading)) {
                put(entry, heading, NODES.stringNode(value));
            }
        }
        return entry;
    }

    private static void put(ObjectNode entry, String path, tools.jackson.databind.JsonNode value) {
        int dot = path.indexOf('.');
        ObjectNode into = dot < 0 ? entry : entry.withObject(path.substring(0, dot));
        into.set(path.substring(dot + 1), value);
    }

    private static String value(Row row, int column) {
        return row.getOptionalCell(column).map(WorkbookReading::value).orElse("");
    }

    private static String value(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
    }

    private static String text(tools.jackson.databind.@org.jspecify.annotations.Nullable JsonNode value) {
        return value == null ? "" : value.asString("").strip();
    }
}
