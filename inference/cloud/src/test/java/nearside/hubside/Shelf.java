package nearside.hubside;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/// A repository for the hub's own tests.
final class Shelf {
    static final String REPOSITORY = "owner/name-onnx";
    static final String FOLDER = "cpu/int4";
    static final String SMALL = "{\"model\":\"small\"}\n";
    static final String LARGE = noise(200_000);
    static final String SMALL_PATH = FOLDER + "/genai config.json";
    static final String LARGE_PATH = FOLDER + "/model.onnx.data";

    private Shelf() {}

    static HubContent content() throws IOException {
        return contentWith(SMALL);
    }

    /// A commit whose small file is another.
    static HubContent contentWith(String small) throws IOException {
        return HubContent.of(
                REPOSITORY,
                Map.of(
                        SMALL_PATH,
                        Content.of(small),
                        LARGE_PATH,
                        Content.of(bytes(LARGE)),
                        FOLDER + "/deeper/note.txt",
                        Content.of("hello world\n"),
                        "README.md",
                        Content.of("")),
                10_000);
    }

    private static String noise(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static URI tree(HubSide hub) {
        return hub.base().resolve("/api/models/" + REPOSITORY + "/tree/main/" + FOLDER);
    }

    static URI small(HubSide hub) {
        return file(hub, "main", SMALL_PATH);
    }

    static URI large(HubSide hub) {
        return file(hub, "main", LARGE_PATH);
    }

    static URI file(HubSide hub, String revision, String path) {
        return hub.base()
                .resolve("/" + REPOSITORY + "/resolve/" + revision + "/" + Site.written(path));
    }

    /// Where the hub sends for the large file.
    static URI stored(HubSide hub) throws IOException {
        return URI.create(Talk.get(large(hub)).header("Location").orElseThrow());
    }
}
