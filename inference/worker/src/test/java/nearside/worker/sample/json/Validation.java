package nearside.worker.sample.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

/// Two libraries' word on whether a text is JSON and matches a schema.
public final class Validation {
    private Validation() {}

    /// Empty when it does.
    public static List<String> problems(String schema, String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            var _ = new Gson().getAdapter(JsonElement.class).read(reader);
            var _ = reader.peek(); // throws where anything follows
        } catch (IOException | IllegalStateException | JsonParseException broken) {
            return List.of(String.valueOf(broken.getMessage()));
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
