package nearside.storage.keystore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/// Does to the key store of its session what its input says, and tells the outcome, a line each.
final class KeysChild {
    private KeysChild() {}

    /// Arguments: how long the store may take, and a person, in milliseconds.
    public static void main(String[] arguments) throws IOException {
        SystemKeys keys =
                SystemStores.secretService(new Patience(millis(arguments[0]), millis(arguments[1])))
                        .orElseThrow();
        BufferedReader asked =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            System.out.println(outcome(keys, line.split(" ", 3)));
        }
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    private static String outcome(SystemKeys keys, String[] words) {
        try {
            return switch (words[0]) {
                case "find" -> keys.find(words[1]).map(HexFormat.of()::formatHex).orElse("none");
                case "put" -> {
                    keys.put(words[1], HexFormat.of().parseHex(words[2]));
                    yield "done";
                }
                case "remove" -> {
                    keys.remove(words[1]);
                    yield "done";
                }
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (KeyStoreTrouble trouble) {
            return "trouble " + trouble.kind() + " " + trouble.code();
        }
    }
}
