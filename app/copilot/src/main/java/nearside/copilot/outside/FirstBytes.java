package nearside.copilot.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a file begins, a character a byte.
record FirstBytes(String text) {
    private static final int MOST = 512;
    private static final int TAR_AT = 257;

    /// The length of the header in eight bytes, then the header, which is a JSON object.
    private static final Pattern SAFETENSORS =
            Pattern.compile(".{4}[\\x00-\\x0f]\\x00{3}\\{.*", Pattern.DOTALL);

    private static final Pattern ARCHIVE =
            Pattern.compile(
                    "(7z\\xbc\\xaf|Rar!|\\x1f\\x8b|\\xfd7zXZ|\\x28\\xb5\\x2f\\xfd|BZh[1-9]).*",
                    Pattern.DOTALL);

    private static final Pattern PICKLE = Pattern.compile("\\x80[\\x02-\\x05].*", Pattern.DOTALL);

    static FirstBytes of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FirstBytes(new String(in.readNBytes(MOST), ISO_8859_1));
        }
    }

    /// What the file is; empty for a zip archive, whole or not.
    Optional<FormatKind> kind(String name) {
        Optional<FormatKind> told = magic().or(() -> FormatNames.kind(name));
        boolean zip = text.startsWith("PK") || name.toLowerCase(Locale.ROOT).endsWith(".zip");
        if (told.isPresent()) {
            return told;
        }
        if (zip) {
            // what torch.save writes is a zip archive of pickles
            return Optional.of(FormatKind.PYTORCH).filter(_ -> name.endsWith(".bin"));
        }
        return Optional.of(FormatKind.UNKNOWN);
    }

    private Optional<FormatKind> magic() {
        if (text.startsWith("GGUF")) {
            return Optional.of(FormatKind.GGUF);
        }
        if (ARCHIVE.matcher(text).matches() || text.startsWith("ustar", TAR_AT)) {
            return Optional.of(FormatKind.ARCHIVE);
        }
        if (SAFETENSORS.matcher(text).matches()) {
            return Optional.of(FormatKind.SAFETENSORS);
        }
        return PICKLE.matcher(text).matches() ? Optional.of(FormatKind.PYTORCH) : Optional.empty();
    }
}
