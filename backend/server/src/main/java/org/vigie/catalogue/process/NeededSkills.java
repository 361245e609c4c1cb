package org.vigie.catalogue.process;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which skills a category's teams must hold. The catalogue says it; the later step that knows skills keeps it. All are named by code. */
public interface NeededSkills {

    Set<String> known();

    /** In the order of their codes. */
    List<String> of(UUID categoryId);

    /** These from now on, and no others. */
    void need(UUID categoryId, List<String> codes);
}
