package org.dabyl.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine-readable Bot API: what a method takes and returns. */
final class Contract {

    private static final Path FILE = Path.of(System.getProperty("dabyl.contract", "../shared/contract/bot-api.json"));

    private final JsonNode api;

    private Contract(JsonNode api) {
        this.api = api;
    }

    /** Empty where the file is not at hand. */
    static Optional<Contract> read() {
        try {
            return Files.exists(FILE)
                    ? Optional.of(new Contract(new JsonMapper().readTree(Files.readString(FILE))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parameters that the method does not have. */
    List<String> unknown(String method, JsonNode parameters) {
        return parameters.propertyNames().stream()
                .filter(name -> parameter(method, name).isEmpty())
                .toList();
    }

    /** What is wrong with a call; empty where nothing is. */
    String wrongCall(String method, JsonNode parameters) {
        if (!api.path("methods").has(method)) {
            return "no method " + method;
        }
        StringBuilder wrong = new StringBuilder();
        unknown(method, parameters)
                .forEach(name -> wrong.append("no parameter ").append(name).append("; "));
        for (JsonNode field : api.path("methods").path(method).path("fields").values()) {
            String name = field.path("name").asString();
            if (parameters.has(name)) {
                wrong.append(wrongValue(parameters.path(name), name, field));
            } else if (field.path("required").asBoolean()) {
                wrong.append(name).append(" is missing; ");
            }
        }
        return wrong.toString();
    }

    /** The types that the method may return. */
    List<String> returned(String method) {
        List<String> types = new ArrayList<>();
        api.path("methods").path(method).path("returns").values().forEach(type -> types.add(type.asString()));
        return types;
    }

    private String wrongValue(JsonNode value, String name, JsonNode field) {
        List<String> wrong = field.path("types")
                .valueStream()
                .map(type -> wrong(value, type.asString()))
                .toList();
        return wrong.contains("") ? "" : name + ": " + wrong + "; ";
    }

    private Optional<JsonNode> parameter(String method, String name) {
        return api.path("methods")
                .path(method)
                .path("fields")
                .valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst();
    }

    /** What is wrong with a value of this type; empty where nothing is. */
    String wrong(JsonNode value, String type) {
        if (type.startsWith("Array of ")) {
            return value.isArray()
                    ? String.join(
                            "",
                            value.valueStream()
                                    .map(v -> wrong(v, type.substring(9)))
                                    .toList())
                    : "no array";
        }
        return switch (type) {
            case "Integer" -> value.isIntegralNumber() ? "" : "no integer";
            case "Float" -> value.isNumber() ? "" : "no number";
            case "String" -> value.isString() ? "" : "no string";
            case "Boolean", "True" -> value.isBoolean() ? "" : "no boolean";
            default -> wrongObject(value, type);
        };
    }

    private String wrongObject(JsonNode value, String type) {
        JsonNode described = api.path("types").path(type);
        if (!value.isObject() || described.isMissingNode()) {
            return type + " is no object";
        }
        if (described.path("subtypes").size() > 0) {
            return described.path("subtypes").valueStream().anyMatch(sub -> wrong(value, sub.asString())
                            .isEmpty())
                    ? ""
                    : "no " + type;
        }
        StringBuilder wrong = new StringBuilder();
        List<String> known = new ArrayList<>();
        for (JsonNode field : described.path("fields").values()) {
            String name = field.path("name").asString();
            known.add(name);
            if (!value.has(name)) {
                wrong.append(field.path("required").asBoolean() ? type + " lacks " + name + "; " : "");
            } else if (field.path("types").valueStream().allMatch(t -> !wrong(value.path(name), t.asString())
                    .isEmpty())) {
                wrong.append(type).append('.').append(name).append(" is wrong; ");
            }
        }
        value.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong.append(type + " has no " + name));
        return wrong.toString();
    }
}
