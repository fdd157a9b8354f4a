package nearside.hubside;

import java.util.List;
import java.util.Random;

/// Lists of a folder that nobody should believe.
public final class HostileListing {
    private static final String OID = "0123456789abcdef0123456789abcdef01234567";
    private static final String SHA256 = "00".repeat(32);
    private static final List<String> WHOLE =
            List.of(
                    "",
                    "[",
                    "[]",
                    "{}",
                    "null",
                    "\"x\"",
                    "<html>Log in</html>",
                    "\uFEFF[]",
                    "[null]",
                    "[[]]",
                    "[{}]",
                    "[".repeat(100_000),
                    "[{\"type\":\"file\",\"type\":\"directory\",\"path\":1,\"size\":\"x\"}]",
                    "[{\"type\":\"link\",\"path\":\"FOLDER/a\",\"size\":1,\"oid\":\""
                            + OID
                            + "\"}]",
                    "{\"error\":\"no\"}");

    /// Names in a folder that are none, or dangerous ones.
    private static final List<String> NAMES =
            List.of(
                    "../evil.json",
                    "FOLDER/../../evil.json",
                    "FOLDER/./evil.json",
                    "FOLDER//evil.json",
                    "FOLDER/deeper/evil.json",
                    "/etc/evil.json",
                    "C:\\\\evil.json",
                    "FOLDER/..\\\\evil.json",
                    "FOLDER/evil.json:stream",
                    "FOLDER/NUL",
                    "FOLDER/com1.json",
                    "FOLDER/evil.json.",
                    "FOLDER/evil.json ",
                    "FOLDER/",
                    "FOLDER",
                    "",
                    "FOLDER/e\\u0000vil.json",
                    "FOLDER/e\\u202Evil.json",
                    "FOLDER/e\\uD800vil.json",
                    "FOLDER/%2e%2e%2fevil.json",
                    "FOLDER/" + "e".repeat(5_000),
                    "elsewhere/evil.json");

    /// Numbers that are no size.
    private static final List<String> SIZES =
            List.of(
                    "-1",
                    "1.5",
                    "1e300",
                    "NaN",
                    "\"7\"",
                    "null",
                    "true",
                    "9223372036854775808",
                    "9223372036854775807",
                    "999999999999999");

    /// Ids that are none.
    private static final List<String> IDS =
            List.of(
                    "\"\"",
                    "null",
                    "7",
                    "\"" + "0".repeat(39) + "\"",
                    "\"" + "g".repeat(40) + "\"");

    private HostileListing() {}

    /// One of them, for the path of a request for a list.
    public static Content draw(String path, Random random) {
        String text =
                switch (random.nextInt(6)) {
                    case 0 -> one(WHOLE, random);
                    case 1 -> list(large(one(NAMES, random), "7", "\"" + SHA256 + "\""));
                    case 2 -> list(small("FOLDER/config.json", one(SIZES, random), OID));
                    case 3 ->
                            list(large("FOLDER/a.data", one(SIZES, random), "\"" + SHA256 + "\""));
                    case 4 -> list(large("FOLDER/a.data", "7", one(IDS, random)));
                    default -> twice(random);
                };
        return Content.of(text.replace("FOLDER", path.replaceFirst(".*/tree/[^/]*/?", "")));
    }

    /// The same file again, in the same letters or others; or very many.
    private static String twice(Random random) {
        String file = small("FOLDER/config.json", "7", OID);
        return switch (random.nextInt(3)) {
            case 0 -> list(file + "," + file);
            case 1 -> list(file + "," + small("FOLDER/Config.json", "7", OID));
            default -> list((file + ",").repeat(50_000) + file);
        };
    }

    private static String list(String entries) {
        return "[" + entries + "]";
    }

    private static String small(String path, String size, String oid) {
        return "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%s,\"path\":\"%s\"}"
                .formatted(oid, size, path);
    }

    private static String large(String path, String size, String sha256) {
        return ("{\"type\":\"file\",\"oid\":\"%s\",\"size\":%s,"
                        + "\"lfs\":{\"oid\":%s,\"size\":%s,\"pointerSize\":130},\"path\":\"%s\"}")
                .formatted(OID, size, sha256, size, path);
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
