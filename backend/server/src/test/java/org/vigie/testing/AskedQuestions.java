package org.vigie.testing;

import java.util.function.UnaryOperator;
import org.vigie.catalogue.process.ContentJson;
import org.vigie.catalogue.process.ProcessContent;
import tools.jackson.databind.node.ObjectNode;

/** A process that asks something. */
public final class AskedQuestions {

    private AskedQuestions() {}

    /** @param questions as JSON, in place of those that it asks */
    public static UnaryOperator<ProcessContent> of(String questions) {
        return content -> {
            ObjectNode tree = ContentJson.MAPPER.valueToTree(content);
            tree.set("questions", ContentJson.MAPPER.readTree(questions));
            return ContentJson.MAPPER.treeToValue(tree, ProcessContent.class);
        };
    }
}
