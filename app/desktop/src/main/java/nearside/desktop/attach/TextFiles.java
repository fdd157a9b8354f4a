package nearside.desktop.attach;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.attach.Reading.Why;
import nearside.storage.DraftFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads texts: in UTF-8, in UTF-16 with its mark, or in what people's older programs write.
///
/// @param older the encoding of what is neither
/// @param most bytes of the largest that is taken
public record TextFiles(Charset older, int most) {
    private static final char MARK = '\uFEFF';

    /// How pictures begin: PNG, JPEG, GIF, BMP, TIFF; WebP lies in RIFF.
    private static final List<String> PICTURES =
            List.of("89504e470d0a1a0a", "ffd8ff", "47494638", "424d", "49492a00", "4d4d002a");

    /// For people who speak that language.
    public static TextFiles of(Locale locale) {
        String older = locale.getLanguage().equals("zh") ? "GB18030" : "windows-1252";
        return new TextFiles(Charset.forName(older), DraftFiles.MOST_BYTES);
    }

    /// Blocks.
    public Reading read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return new Reading.Refused(name, Why.FOLDER, 0);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                return new Reading.Refused(name, Why.LARGE, Files.size(file));
            }
            return text(name, bytes);
        } catch (IOException unreadable) {
            return new Reading.Refused(name, Why.UNREADABLE, 0);
        }
    }

    private Reading text(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return new Reading.Refused(name, Why.EMPTY, 0);
        }
        if (isPicture(bytes)) {
            return new Reading.Refused(name, Why.PICTURE, bytes.length);
        }
        return decoded(bytes)
                .filter(TextFiles::isText)
                .map(text -> of(name, text))
                .orElseGet(() -> new Reading.Refused(name, Why.NO_TEXT, bytes.length));
    }

    /// A text that is in memory already.
    public Reading of(String name, String text) {
        int bytes = text.getBytes(UTF_8).length;
        return bytes <= most
                ? new Reading.Text(name, text)
                : new Reading.Refused(name, Why.LARGE, bytes);
    }

    private static boolean isPicture(byte[] bytes) {
        String begin = HexFormat.of().formatHex(bytes, 0, Math.min(12, bytes.length));
        return PICTURES.stream().anyMatch(begin::startsWith)
                || (begin.startsWith("52494646") && begin.endsWith("57454250"));
    }

    private Optional<String> decoded(byte[] bytes) {
        if (hasWideMark(bytes)) {
            return decoded(bytes, UTF_16);
        }
        return decoded(bytes, UTF_8).or(() -> decoded(bytes, older));
    }

    private static boolean hasWideMark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
            return Optional.of(marked ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// Texts have tabs, line ends, page ends and the colours of terminals, and no other control
    /// characters.
    private static boolean isText(String text) {
        return text.chars()
                .noneMatch(c ->
                        c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B);
    }
}
