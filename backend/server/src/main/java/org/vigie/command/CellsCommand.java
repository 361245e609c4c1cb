package org.vigie.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.map.cells.Cells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code cells}: counts the map's cells from nothing. */
@Under(parent = "")
@Command(
        name = "cells",
        description =
                "Counts the cells of the map from the requests and compares them with those in use, a portion at a time. A portion in"
                        + " which one differs is replaced, and the exit code is 1.",
        mixinStandardHelpOptions = true)
class CellsCommand implements Callable<Integer> {

    private final Cells cells;
    private final OpenedJurisdiction jurisdictions;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE")
    private String jurisdiction;

    @Spec
    private CommandSpec spec;

    CellsCommand(Cells cells, OpenedJurisdiction jurisdictions) {
        this.cells = cells;
        this.jurisdictions = jurisdictions;
    }

    @Override
    public Integer call() {
        Jurisdiction opened = jurisdictions.named(jurisdiction);
        Cells.Recount recount = CurrentJurisdiction.inside(opened, cells::recount)
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "cells-being-counted", jurisdiction));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("cells", recount.counted());
        answer.put("differing", recount.differing());
        answer.put("first", recount.first());
        spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(answer));
        return recount.held() ? 0 : 1;
    }
}
