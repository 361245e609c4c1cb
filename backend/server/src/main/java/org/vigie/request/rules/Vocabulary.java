package org.vigie.request.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.access.Refusal;

/** What there is in a town that rules may speak of. Immutable. */
public final class Vocabulary {

    /**
     * One thing.
     *
     * @param code as rules name it
     * @param open offered, serving, not ended: a rule may begin to speak of it
     */
    public record Entry(UUID id, String code, String name, boolean open) {}

    private final Map<Reference.Kind, Map<String, Entry>> entries;

    Vocabulary(Map<Reference.Kind, Map<String, Entry>> entries) {
        this.entries = new EnumMap<>(entries);
    }

    public List<Entry> list(Reference.Kind kind) {
        return List.copyOf(entries.getOrDefault(kind, Map.of()).values());
    }

    public Optional<Entry> find(Reference.Kind kind, String code) {
        return Optional.ofNullable(entries.getOrDefault(kind, Map.of()).get(code));
    }

    /** What people call it; its code when it is not there. */
    String name(Reference.Kind kind, String code) {
        return find(kind, code).map(Entry::name).orElse(code);
    }

    /** What of these is not there, or not any more; each says where. */
    public List<Refusal> faults(List<Reference> references) {
        return references.stream().flatMap(each -> fault(each).stream()).toList();
    }

    private Optional<Refusal> fault(Reference reference) {
        Optional<Entry> found = find(reference.kind(), reference.code());
        if (found.isEmpty()) {
            return Optional.of(new RuleFault("rule-unknown-reference", reference.path(), reference.code()));
        }
        return found.filter(entry -> !entry.open())
                .map(entry -> new RuleFault("rule-closed-reference", reference.path(), entry.name()));
    }
}
