package nearside.engine.folder;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Refuses a configuration that names code to be loaded, wherever in it that stands.
record NativeNames(String file) implements JsonWatcher {
    private static final Set<String> KEYS =
            Set.of("custom_ops_library", "custom_op_library", "ep_library");
    private static final Pattern LIBRARY =
            Pattern.compile("\\.(so|dll|dylib|pyd|py|exe)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTIONS =
            Pattern.compile(
                    "^model\\.decoder\\.session_options\\.provider_options\\[\\d+]"
                            + "\\.([A-Za-z0-9_]{1,40})\\.");

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

    /// A library among the options of a provider belongs to a folder made for that provider.
    private Flawed refuse(String path, String value) {
        Matcher options = OPTIONS.matcher(path);
        if (options.find()) {
            return new Flawed(new FolderFlaw.MadeFor(options.group(1)));
        }
        return new Flawed(
                new FolderFlaw.NativeCode(file, JsonValue.brief(path), JsonValue.brief(value)));
    }
}
