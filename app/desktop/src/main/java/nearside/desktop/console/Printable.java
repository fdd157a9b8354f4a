package nearside.desktop.console;

import java.util.stream.Collectors;

/// Text of unknown origin for a terminal: what would move its cursor, hide or reorder letters is
/// shown by its number.
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.codePoints().mapToObj(Printable::of).collect(Collectors.joining());
    }

    private static String of(int letter) {
        boolean acts =
                switch (Character.getType(letter)) {
                    case Character.CONTROL -> letter != '\n' && letter != '\t';
                    case Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
        return acts ? "<U+%04X>".formatted(letter) : Character.toString(letter);
    }
}
