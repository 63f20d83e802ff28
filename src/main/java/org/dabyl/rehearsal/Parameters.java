package org.dabyl.rehearsal;

import jakarta.servlet.ServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The parameters of one call, however they came: as JSON, as form fields holding JSON, or with files. */
public final class Parameters {
    private static final JsonMapper JSON = new JsonMapper();
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    /** Those of the address and of a form. */
    static Parameters of(ServletRequest request) {
        Parameters parameters = new Parameters();
        request.getParameterMap().forEach((name, values) -> parameters.with(name, values[0]));
        return parameters;
    }

    /** Takes over the fields of a JSON object; anything else than an object adds nothing. */
    public Parameters with(JsonNode object) {
        object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        return this;
    }

    public Parameters with(String name, String value) {
        values.put(name, JsonNodeFactory.instance.stringNode(value));
        return this;
    }

    public Parameters with(String name, byte[] file) {
        files.put(name, file);
        return this;
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Optional<String> text(String name) {
        return value(name).map(value -> value.isString() ? value.stringValue() : value.toString());
    }

    long number(String name, long otherwise) {
        return text(name).flatMap(Parameters::parsed).orElse(otherwise);
    }

    Optional<Double> decimal(String name) {
        try {
            return text(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("parameter \"" + name + "\" must be a number");
        }
    }

    boolean flag(String name) {
        return text(name)
                .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
                .isPresent();
    }

    /** An object or array, whether it came as such or as JSON in a form field. */
    Optional<JsonNode> json(String name) {
        return value(name).map(value -> value.isString() ? parsedJson(name, value.stringValue()) : value);
    }

    private Optional<JsonNode> value(String name) {
        @Nullable JsonNode value = values.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private static JsonNode parsedJson(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw Refusal.badRequest("can't parse " + name + " JSON object");
        }
    }

    private static Optional<Long> parsed(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
