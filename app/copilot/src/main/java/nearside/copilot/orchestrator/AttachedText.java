package nearside.copilot.orchestrator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file with text that goes with a question.
public record AttachedText(String name, String text) {
    private static final Pattern FENCES = Pattern.compile("(?m)^ {0,3}(`{3,})");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("\\p{Cntrl}+");

    public AttachedText {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /// Empty for what is no text in UTF-8.
    public static Optional<AttachedText> of(String name, byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0
                    ? Optional.of(new AttachedText(name, text))
                    : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// What a model reads of a question with files: first them, each by its name and between
    /// fences, then the question.
    public static String before(String question, List<AttachedText> files) {
        return files.stream()
                .map(file -> file.fenced() + "\n\n")
                .collect(Collectors.joining("", "", question));
    }

    /// No line of the text ends it too soon.
    private String fenced() {
        int longest =
                FENCES.matcher(text)
                        .results()
                        .mapToInt(found -> found.group(1).length())
                        .max()
                        .orElse(2);
        String fence = "`".repeat(longest + 1);
        String line = NOT_IN_A_LINE.matcher(name).replaceAll(" ");
        String end = text.endsWith("\n") ? "" : "\n";
        return line + ":\n" + fence + "\n" + text + end + fence;
    }
}
