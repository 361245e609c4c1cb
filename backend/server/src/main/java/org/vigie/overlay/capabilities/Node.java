package org.vigie.overlay.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element by its local name: services write the same things under several namespaces. */
final class Node {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String name) {
        this.name = name;
    }

    void add(Node child) {
        children.add(child);
    }

    void add(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void write(String more) {
        text.append(more);
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString().strip();
    }

    /** Empty when there is none. */
    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "").strip();
    }

    Stream<Node> below() {
        return children.stream();
    }

    /** All that are reached by these names, one below the other. */
    Stream<Node> all(String... path) {
        Stream<Node> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(node -> node.children.stream()).filter(child -> child.name.equals(step));
        }
        return found;
    }

    Optional<Node> first(String... path) {
        return all(path).findFirst();
    }

    /** Empty when there is none. */
    String text(String... path) {
        return first(path).map(Node::text).orElse("");
    }
}
