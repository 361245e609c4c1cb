package org.vigie.features;

import java.util.UUID;

/** What may be the id of a feature: anything else is not even asked for. */
final class FeatureIds {

    private static final int UUID_CHARACTERS = 36;
    private static final int MOST_CHARACTERS = 200;

    private FeatureIds() {}

    static boolean isOne(String text, PublishedLayer layer) {
        try {
            return switch (layer.source().id().type()) {
                case UUID ->
                    text.length() == UUID_CHARACTERS && UUID.fromString(text).version() >= 0;
                case BIGINT -> Long.toString(Long.parseLong(text)).equals(text);
                case TEXT -> !text.isEmpty() && text.length() <= MOST_CHARACTERS && text.indexOf('\0') < 0;
            };
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
