package nearside.engine.folder;

import java.util.Set;
import java.util.regex.Pattern;

/// Which file names a model folder may use: plain ones, of kinds that hold no code.
public final class FileNames {
    /// What describes the model, and has to be there.
    public static final String DESCRIPTION = GenaiConfig.FILE;

    static final String TOKENIZER = "tokenizer.json";
    static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    static final String CONFIG = "config.json";

    private static final Set<String> REQUIRED = Set.of(DESCRIPTION, TOKENIZER, TOKENIZER_CONFIG);

    /// Files that belong to a model where they are there.
    static final Set<String> COMPANIONS =
            Set.of(
                    CONFIG,
                    "generation_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json",
                    "vocab.json",
                    "merges.txt",
                    "tokenizer.model",
                    "chat_template.jinja",
                    "LICENSE",
                    "LICENSE.txt",
                    "LICENSE.md",
                    "NOTICE",
                    "NOTICE.txt",
                    "NOTICE.md");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+=-]{0,199}");
    private static final Pattern DATA = Pattern.compile(".*\\.(data|onnx_data(_[0-9]+)?|bin)");

    private FileNames() {}

    /// Whether a file of that name may lie in a model folder and be read there.
    public static boolean belongs(String name) {
        return isGraph(name)
                || isData(name)
                || COMPANIONS.contains(name)
                || REQUIRED.contains(name);
    }

    static boolean isGraph(String name) {
        return isPlain(name) && name.endsWith(".onnx");
    }

    static boolean isData(String name) {
        return isPlain(name) && DATA.matcher(name).matches();
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }
}
