package org.vigie.catalogue.process.file;

import java.util.List;
import org.vigie.catalogue.process.ProcessContent;

/** A whole catalogue, in the order in which it is shown. */
public record WrittenCatalogue(List<Organisation> organisations, List<Domain> domains, List<ProcessContent> processes) {

    public record Organisation(String name, List<Service> services) {
        public Organisation {
            services = services == null ? List.of() : List.copyOf(services);
        }
    }

    public record Service(String code, String name) {}

    public record Domain(String code, String name, String glyph) {}
}
