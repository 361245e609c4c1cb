/**
 * The command line: imports, lookup and the demo city. Thin: each command calls the step that owns the work.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "territory",
            "territory :: asset",
            "territory :: remote",
            "territory :: topology",
            "catalogue",
            "catalogue :: process",
            "catalogue :: process-file",
            "team",
            "request",
            "request :: rules",
            "intake",
            "intake :: *",
            "demo",
            "demo :: simulation",
            "map :: cells"
        })
package org.vigie.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
