package org.vigie.catalogue.process.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.vigie.access.Refusal;
import org.vigie.catalogue.process.ContentJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A catalogue in YAML. */
final class YamlCatalogue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> PARTS = Set.of("organisations", "domains", "processes");
    private static final YAMLMapper YAML = ContentJson.strict(YAMLMapper.builder())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .build();

    private YamlCatalogue() {}

    static String write(WrittenCatalogue catalogue) {
        return YAML.writeValueAsString(catalogue);
    }

    /** @throws Refusal catalogue-not-understood when it is no YAML, or has no such parts */
    static CatalogueReading read(Path file) {
        try (JsonParser parser =
                YAML.createParser(new WholeCharacters(Files.readString(file, StandardCharsets.UTF_8)))) {
            CatalogueReading reading = new CatalogueReading();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notUnderstood(file, "it has no organisations, domains and processes");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                part(parser, reading, file);
            }
            return reading;
        } catch (JacksonException noYaml) {
            int line = noYaml.getLocation() == null ? 0 : noYaml.getLocation().getLineNr();
            throw notUnderstood(file, "line " + line + ": " + noYaml.getOriginalMessage());
        } catch (MalformedInputException notUtf8) {
            throw notUnderstood(file, "it is not in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(JsonParser parser, CatalogueReading reading, Path file) {
        String part = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        if (!PARTS.contains(part)) {
            throw notUnderstood(file, "line " + line + ": there is no part “" + part + "”");
        }
        JsonToken begins = parser.nextToken();
        if (begins == JsonToken.VALUE_NULL) {
            return;
        }
        if (begins != JsonToken.START_ARRAY) {
            throw notUnderstood(file, "line " + line + ": “" + part + "” is not a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long row = parser.currentTokenLocation().getLineNr();
            JsonNode tree = tree(parser);
            switch (part) {
                case "organisations" -> reading.organisation(row, tree);
                case "domains" -> reading.domain(row, tree);
                default -> reading.process(row, tree);
            }
        }
    }

    /** As it is written: what a field holds is for the field to say, and 1e3 may be somebody's words. */
    private static JsonNode tree(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode fields = NODES.objectNode();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.set(name, tree(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                ArrayNode entries = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(tree(parser));
                }
                yield entries;
            }
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }

    private static Refusal notUnderstood(Path file, String why) {
        return Refusal.invalid("catalogue-not-understood", file.getFileName(), why);
    }
}
