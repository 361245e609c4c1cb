package org.vigie.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds jurisdictions before any of them is open. Served by {@code territory}. */
public interface JurisdictionDirectory {

    Optional<Jurisdiction> find(String code);

    Optional<Jurisdiction> find(UUID id);

    /** All, by name. */
    List<Jurisdiction> list();
}
