package nearside.storage.past.foreign;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.Optional;

/// Says in words what stands in a message and is no text: `[Image: cat.png]`.
final class InWords {
    private InWords() {}

    static String note(String what) {
        return "[" + what + "]";
    }

    static String note(String what, Optional<String> name) {
        return note(name.map(it -> what + ": " + it.replaceAll("\\s+", " ")).orElse(what));
    }

    /// The parts of a message, one below the other: texts, and objects with a type as several
    /// programs write them.
    static String parts(JsonArray parts) {
        return parts.asList().stream()
                .map(InWords::part)
                .filter(text -> !text.isEmpty())
                .collect(joining("\n"));
    }

    /// Whether the parts are nothing but texts of that member, so that the text holds all of them.
    static boolean onlyTexts(JsonArray parts) {
        return parts.size() <= 1
                && parts.asList().stream()
                        .allMatch(part ->
                                Members.isText(part)
                                        || (part instanceof JsonObject object
                                                && type(object).equals("text")
                                                && object.size() == 2
                                                && Members.text(object, "text").isPresent()));
    }

    static String type(JsonObject part) {
        return Members.text(part, "type").orElse("");
    }

    private static String part(JsonElement part) {
        return switch (Members.kind(part)) {
            case TEXT -> part.getAsString();
            case OBJECT -> part(part.getAsJsonObject());
            case NOTHING -> "";
            case NUMBER, TRUTH, LIST, TIME, ID, WORD, BASE64, SIZE -> part.toString();
        };
    }

    private static String part(JsonObject part) {
        String type = type(part);
        return switch (type) {
            case "text", "input_text", "output_text" -> written(part);
            case "thinking", "reasoning" -> note("Thinking");
            case "image", "image_url", "input_image" -> note("Image", file(part));
            case "file", "input_file" -> note("File", file(part));
            case "tool_use", "tool_call" -> note("Tool call", tool(part));
            case "tool_result" -> note("Tool result", tool(part));
            default -> note(type.isBlank() ? "Something without a type" : type);
        };
    }

    /// As a text, or as an object with the text as its value.
    private static String written(JsonObject part) {
        return Members.text(part, "text")
                .or(() -> Members.object(part, "text").flatMap(text -> Members.text(text, "value")))
                .orElse("");
    }

    private static Optional<String> tool(JsonObject part) {
        return Members.name(part, "name").or(() -> Members.name(part, "tool_name"));
    }

    static Optional<String> file(JsonObject part) {
        return Members.name(part, "file_name")
                .or(() -> Members.name(part, "name"))
                .or(() -> Members.name(part, "fileIdentifier"));
    }
}
