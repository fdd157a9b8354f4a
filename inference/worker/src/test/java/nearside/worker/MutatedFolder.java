package nearside.worker;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A model folder that was damaged in one to three ways, all from its seed. What was not damaged is
/// a hard link to a real file, so that thousands cost no room.
///
/// @param outside a folder beside it, whose files nobody may open
/// @param damage what was done, in short
record MutatedFolder(Path path, Path outside, String damage) {
    private static final List<String> JSON =
            List.of(
                    "genai_config.json",
                    "genai_config.json",
                    "genai_config.json",
                    "config.json",
                    "tokenizer_config.json",
                    "generation_config.json",
                    "special_tokens_map.json");

    private static final List<Kind> KINDS = List.of(Kind.values());

    private enum Kind {
        FLIP,
        CUT,
        APPEND,
        KEY,
        VALUE,
        DEEP,
        LINK,
        DELETE,
        STRANGER,
        LOCATION,
        DATA_LENGTH,
        FROM_OTHER,
        TOKENIZER
    }

    /// Makes the folder of a seed below `room`, from models that lie in `models`.
    static MutatedFolder of(long seed, Path models, Path room) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int choice = random.nextInt(8);
        Path source = models.resolve(GoldenCase.MODELS.get(choice < 2 ? 0 : choice < 4 ? 2 : 1));
        Path outside = Files.createDirectories(room.resolve("outside"));
        Files.writeString(outside.resolve("secret.onnx.data"), "nobody may read this");
        Path path = Files.createDirectories(room.resolve("model"));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.createLink(path.resolve(file.getFileName()), file);
            }
        }
        return new Damage(random, path, outside, models).all();
    }

    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(path.getParent())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private record Damage(SplittableRandom random, Path path, Path outside, Path models) {
        MutatedFolder all() throws IOException {
            List<String> done = new ArrayList<>();
            int count = random.nextInt(1, 4);
            for (int i = 0; i < count; i++) {
                Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                String file = file();
                one(kind, file);
                done.add(kind + " " + file);
            }
            return new MutatedFolder(path, outside, String.join(" + ", done));
        }

        private String file() throws IOException {
            try (Stream<Path> files = Files.list(path)) {
                List<String> names =
                        files.filter(Files::isRegularFile)
                                .map(file -> String.valueOf(file.getFileName()))
                                .filter(name -> !name.endsWith(".data"))
                                .filter(name ->
                                        random.nextInt(6) == 0 || !name.startsWith("tokenizer.j"))
                                .sorted()
                                .toList();
                return names.isEmpty() ? "none" : names.get(random.nextInt(names.size()));
            }
        }

        private void one(Kind kind, String file) throws IOException {
            switch (kind) {
                case FLIP -> rewrite(file, this::flipped);
                case CUT ->
                        rewrite(
                                file,
                                bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                case APPEND -> rewrite(file, this::longer);
                case KEY -> json(this::renameKey);
                case VALUE -> json(this::replaceValue);
                case DEEP -> rewrite(JSON.get(random.nextInt(JSON.size())), _ -> deep());
                case LINK -> link(file);
                case DELETE -> Files.deleteIfExists(path.resolve(file));
                case STRANGER -> stranger();
                case LOCATION -> rewrite("model.onnx", this::otherLocation);
                case DATA_LENGTH -> dataLength();
                case FROM_OTHER -> fromOther(file);
                case TOKENIZER -> rewrite("tokenizer.json", this::flipped);
            }
        }

        private interface Change {
            byte[] of(byte[] bytes);
        }

        /// A new file in place of the hard link: the real one stays as it is.
        private void rewrite(String name, Change change) throws IOException {
            Path file = path.resolve(name);
            if (!Files.isRegularFile(file)) {
                return;
            }
            byte[] bytes = change.of(Files.readAllBytes(file));
            Files.delete(file);
            Files.write(file, bytes);
        }

        private byte[] flipped(byte[] bytes) {
            for (int flips = random.nextInt(1, 6); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }

        private byte[] longer(byte[] bytes) {
            byte[] more = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 200));
            for (int i = bytes.length; i < more.length; i++) {
                more[i] = (byte) random.nextInt(256);
            }
            return more;
        }

        private byte[] deep() {
            int depth = random.nextInt(10, 200_000);
            String open = random.nextBoolean() ? "[" : "{\"a\":";
            return open.repeat(depth).getBytes(StandardCharsets.UTF_8);
        }

        private void json(java.util.function.UnaryOperator<JsonObject> change) throws IOException {
            rewrite(
                    JSON.get(random.nextInt(JSON.size())),
                    bytes -> {
                        try {
                            String text = new String(bytes, StandardCharsets.UTF_8);
                            JsonObject json = new Gson().fromJson(text, JsonObject.class);
                            return new Gson()
                                    .toJson(change.apply(json))
                                    .getBytes(StandardCharsets.UTF_8);
                        } catch (RuntimeException damagedBefore) {
                            return bytes;
                        }
                    });
        }

        private JsonObject renameKey(JsonObject json) {
            JsonObject place = place(json);
            String key = key(place);
            JsonElement value = place.remove(key);
            place.add(random.nextBoolean() ? key + "_" : "custom_ops_library", value);
            return json;
        }

        private JsonObject replaceValue(JsonObject json) {
            JsonObject place = place(json);
            place.add(key(place), strangeValue());
            return json;
        }

        private JsonObject place(JsonObject json) {
            List<JsonObject> objects = new ArrayList<>();
            collect(json, objects);
            return objects.get(random.nextInt(objects.size()));
        }

        private static void collect(JsonElement element, List<JsonObject> into) {
            if (element instanceof JsonObject object && !object.isEmpty()) {
                into.add(object);
                object.asMap().values().forEach(value -> collect(value, into));
            } else if (element instanceof JsonArray array) {
                array.forEach(value -> collect(value, into));
            }
        }

        private String key(JsonObject place) {
            List<String> keys = List.copyOf(place.keySet());
            return keys.get(random.nextInt(keys.size()));
        }

        private JsonElement strangeValue() {
            return switch (random.nextInt(12)) {
                case 0 -> new JsonPrimitive(Long.MAX_VALUE);
                case 1 -> new JsonPrimitive(Integer.MAX_VALUE);
                case 2 -> new JsonPrimitive(-1);
                case 3 -> new JsonPrimitive(0);
                case 4 -> new JsonPrimitive(1e308);
                case 5 -> new JsonPrimitive("../outside/secret.onnx.data");
                case 6 -> new JsonPrimitive(outside.resolve("secret.onnx.data").toString());
                case 7 -> new JsonPrimitive("x".repeat(random.nextInt(1, 100_000)));
                case 8 -> new JsonObject();
                case 9 -> new JsonArray();
                case 10 -> new JsonPrimitive(random.nextInt(1, 100_000));
                default -> JsonNull.INSTANCE;
            };
        }

        private void link(String file) throws IOException {
            Files.deleteIfExists(path.resolve(file));
            List<Path> targets =
                    List.of(
                            outside.resolve("secret.onnx.data"),
                            Path.of("../outside/secret.onnx.data"),
                            Path.of(file),
                            Path.of("model.onnx"),
                            outside);
            Files.createSymbolicLink(
                    path.resolve(file), targets.get(random.nextInt(targets.size())));
        }

        private void stranger() throws IOException {
            Path file = path.resolve("stranger" + random.nextInt(3));
            Files.deleteIfExists(file);
            switch (random.nextInt(4)) {
                case 0 -> Files.createDirectories(file);
                case 1 -> Files.write(file, new byte[] {1});
                case 2 -> link(String.valueOf(file.getFileName()));
                default -> pipe(file);
            }
        }

        private static void pipe(Path file) throws IOException {
            try {
                new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        /// Of the same length, so that the rest of the graph stays whole.
        private byte[] otherLocation(byte[] bytes) {
            List<String> names =
                    List.of(
                            "../outside/sec.",
                            "/etc/passwd....",
                            "model.onnx.dat\0",
                            "tokenizer.json.",
                            "model.onnx/data",
                            "....//....//..a",
                            "model.onnx.bin.");
            String whole = new String(bytes, StandardCharsets.ISO_8859_1);
            String name = names.get(random.nextInt(names.size()));
            boolean once = random.nextBoolean();
            String other =
                    once
                            ? whole.replaceFirst("model\\.onnx\\.data", name)
                            : whole.replace("model.onnx.data", name);
            return other.getBytes(StandardCharsets.ISO_8859_1);
        }

        private void dataLength() throws IOException {
            Path file = path.resolve("model.onnx.data");
            long length = Files.exists(file) ? Files.size(file) : 0;
            Files.deleteIfExists(file);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(
                        random.nextBoolean() ? random.nextLong(length + 1) : length + (1L << 33));
            }
        }

        private void fromOther(String file) throws IOException {
            Path other = models.resolve(GoldenCase.MODELS.get(random.nextInt(3))).resolve(file);
            if (Files.exists(other)) {
                Files.deleteIfExists(path.resolve(file));
                Files.createLink(path.resolve(file), other);
            }
        }
    }
}
