package nearside.worker.template;

/// The backslash escapes of a Python string literal.
final class Escapes {
    private Escapes() {}

    static String resolve(String raw, int line) {
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char character = raw.charAt(at);
            if (character == '\\' && at + 1 < raw.length()) {
                at += escape(raw, at + 1, text, line);
            } else {
                text.append(character);
                at++;
            }
        }
        return text.toString();
    }

    /// Appends what the escape at `at` stands for and returns its length, the backslash included.
    private static int escape(String raw, int at, StringBuilder text, int line) {
        char kind = raw.charAt(at);
        switch (kind) {
            case '\n' -> {}
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'a' -> text.append('\u0007');
            case 'v' -> text.append('\u000b');
            case '\\', '\'', '"' -> text.append(kind);
            case 'x' -> text.append(hex(raw, at, 2, line));
            case 'u' -> text.append(hex(raw, at, 4, line));
            case 'U' -> text.append(hex(raw, at, 8, line));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(raw, at, text);
            }
            default -> text.append('\\').append(kind);
        }
        return 2 + (kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0);
    }

    private static String hex(String raw, int at, int digits, int line) {
        int end = at + 1 + digits;
        String number = raw.substring(at + 1, Math.min(end, raw.length()));
        if (number.length() == digits && number.matches("[0-9a-fA-F]+")) {
            long point = Long.parseLong(number, 16);
            if (point <= Character.MAX_CODE_POINT) {
                return Character.toString((int) point);
            }
        }
        throw TemplateException.at(
                line,
                "expected " + digits + " hexadecimal digits in a string, found '" + number + "'.");
    }

    private static int octal(String raw, int at, StringBuilder text) {
        int end = at;
        int point = 0;
        while (end < raw.length()
                && end < at + 3
                && raw.charAt(end) >= '0'
                && raw.charAt(end) <= '7') {
            point = point * 8 + raw.charAt(end) - '0';
            end++;
        }
        text.append((char) point);
        return end - at + 1;
    }
}
