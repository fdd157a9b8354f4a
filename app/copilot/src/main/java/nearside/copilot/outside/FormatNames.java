package nearside.copilot.outside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What file names tell about a model's form.
final class FormatNames {
    private record Sign(Pattern name, FormatKind kind) {
        static Sign of(String name, FormatKind kind) {
            return new Sign(Pattern.compile(name), kind);
        }
    }

    private static final List<Sign> SIGNS =
            List.of(
                    Sign.of(".*\\.(gguf|ggml)", FormatKind.GGUF),
                    Sign.of(".*\\.safetensors", FormatKind.SAFETENSORS),
                    Sign.of("pytorch_model.*\\.bin|.*\\.(pt|pth|ckpt)", FormatKind.PYTORCH),
                    Sign.of("sha256-[0-9a-f]{64}", FormatKind.OLLAMA),
                    Sign.of(".*\\.onnx", FormatKind.ONNX_ALONE),
                    Sign.of(".*\\.(7z|rar|tar|tgz|txz|gz|xz|bz2|zst)", FormatKind.ARCHIVE));

    private FormatNames() {}

    static Optional<FormatKind> kind(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> sign.name().matcher(lower).matches())
                .map(Sign::kind)
                .findFirst();
    }
}
