package org.vigie.catalogue.process.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One sheet of a workbook: a list of a process, of a question, or of the catalogue itself, one entry a row.
 *
 * @param keys columns that name what a row belongs to, from the outside in
 * @param list under which its entries stand in what they belong to; empty for those of the catalogue
 */
record Table(String sheet, List<String> keys, String list, List<Column> columns) {

    /**
     * @param path of the value below the entry; its heading too
     * @param isList one value a line
     */
    record Column(String path, boolean isList) {}

    static final Table SERVICES = of("services", "", "", "organisation code name");
    static final Table DOMAINS = of("domains", "", "", "code name glyph");
    static final Table PROCESSES = of(
            "processes",
            "",
            "",
            "code domain service name synonyms* glyph kind priority confidential duplicateRadiusMetres askers* documents* skills* report* "
                    + "formalReply replyTemplate approvalChain retentionMonths");
    static final Table QUESTIONS =
            of("questions", "process", "questions", "code text hint type required onlyIf.question onlyIf.is*");
    static final Table CHOICES = of("choices", "process question", "choices", "code label");
    static final Table STOPS = of("stops", "process question", "stops", "answer text refuses");
    static final Table STEPS = of("steps", "process", "steps", "actor text");
    static final Table COMMITMENTS =
            of("commitments", "process", "commitments", "commitment amount unit calendar warning.kind warning.value");

    /** What hangs below processes and questions, in the order in which it can be read. */
    static final List<Table> BELOW = List.of(QUESTIONS, CHOICES, STOPS, STEPS, COMMITMENTS);

    private static Table of(String sheet, String keys, String list, String columns) {
        return new Table(
                sheet,
                keys.isEmpty() ? List.of() : List.of(keys.split(" ")),
                list,
                Arrays.stream(columns.split(" "))
                        .map(name -> new Column(name.replace("*", ""), name.endsWith("*")))
                        .toList());
    }

    List<String> headings() {
        return java.util.stream.Stream.concat(keys.stream(), columns.stream().map(Column::path))
                .toList();
    }

    Optional<Column> column(String heading) {
        return columns.stream().filter(column -> column.path().equals(heading)).findFirst();
    }
}
