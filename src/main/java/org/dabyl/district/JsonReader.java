package org.dabyl.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token to keep the line of every value, which binding to objects would lose. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value of a whole file; throws {@link WrongLine} where it is not JSON. */
    static Json read(byte[] content) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            if (parser.nextToken() == null) {
                throw new WrongLine(1, "the file is empty");
            }
            Json value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw new WrongLine(line(parser.currentTokenLocation()), "something follows the end of the JSON");
            }
            return value;
        } catch (JacksonException notJson) {
            throw new WrongLine(line(notJson.getLocation()), "this is not JSON: %s", reason(notJson));
        }
    }

    private Json value() {
        int line = line(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(line);
            case START_ARRAY -> items(line);
            case VALUE_STRING -> new Json.Text(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Figure(line, parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Flag(line, parser.getBooleanValue());
            default -> new Json.Other(line);
        };
    }

    private Json members(int line) {
        Map<String, Json> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                values.put(name, value());
            }
        }
        return new Json.Members(line, values);
    }

    private Json items(int line) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new Json.Items(line, values);
    }

    private static int line(@Nullable TokenStreamLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    /** Jackson's reason without its second line and without where it thinks the beginning was. */
    private static String reason(JacksonException notJson) {
        return notJson.getOriginalMessage().split("\\R| \\(start marker", 2)[0];
    }
}
