package org.vigie.access.module;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.SettingChanges;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** Which modules the jurisdiction that is open has. Answers come from memory. */
@Repository
public class Modules {

    /** Of the setting changes; the module's name follows. */
    public static final String SUBJECT = "module/";

    private final JdbcClient jdbc;
    private final SettingChanges changes;
    private final JurisdictionSnapshot<Set<ModuleName>> off;

    Modules(JdbcClient jdbc, SettingChanges changes, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.off = snapshots.of("modules", this::read);
    }

    public boolean isOn(ModuleName module) {
        return !off.get().contains(module);
    }

    /** Those that are on. */
    public Set<ModuleName> list() {
        Set<ModuleName> on = EnumSet.allOf(ModuleName.class);
        on.removeAll(off.get());
        return on;
    }

    /**
     * Switches a module on or off; to what it is already is noted and changes nothing.
     *
     * @param seen revision that the caller read
     * @throws org.vigie.access.Refusal setting-changed-meanwhile
     */
    @Transactional
    public void turn(ModuleName module, boolean on, int seen, String reason) {
        changes.note(SUBJECT + module, seen, reason);
        jdbc.sql(
                        on
                                ? "delete from access.module_off where module = :module"
                                : "insert into access.module_off (jurisdiction_id, module) "
                                        + "values (access.current_jurisdiction(), :module) on conflict do nothing")
                .param("module", module.name())
                .update();
        off.get(); // Whoever asks once this is committed looks, whatever the time.
    }

    /** A name that this version does not know belongs to a newer one beside it, or to an older one before. */
    private Set<ModuleName> read() {
        Set<String> names = Set.copyOf(jdbc.sql("select module from access.module_off")
                .query(String.class)
                .list());
        EnumSet<ModuleName> known = EnumSet.noneOf(ModuleName.class);
        Arrays.stream(ModuleName.values())
                .filter(module -> names.contains(module.name()))
                .forEach(known::add);
        return Collections.unmodifiableSet(known);
    }
}
