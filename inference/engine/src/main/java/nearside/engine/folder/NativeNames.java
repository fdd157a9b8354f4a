package nearside.engine.folder;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Refuses a configuration that names code to be loaded, wherever in it that stands.
record NativeNames(String file) implements JsonWatcher {
    private static final Set<String> KEYS =
            Set.of("custom_ops_library", "custom_op_library", "ep_library");
    private static final Pattern LIBRARY =
            Pattern.compile("\\.(so|dll|dylib|pyd|py|exe)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void name(String name, String path) throws Flawed {
        String key = name.toLowerCase(Locale.ROOT);
        if (KEYS.contains(key) || key.contains("library_path") || LIBRARY.matcher(key).find()) {
            throw refuse(path, name);
        }
    }

    @Override
    public void text(String text, String path) throws Flawed {
        if (LIBRARY.matcher(text).find()) {
            throw refuse(path, text);
        }
    }

    private Flawed refuse(String path, String value) {
        return new Flawed(
                new FolderFlaw.NativeCode(file, JsonValue.brief(path), JsonValue.brief(value)));
    }
}
