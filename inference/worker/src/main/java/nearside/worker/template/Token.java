package nearside.worker.template;

/// One piece of a template's source.
///
/// @param text the plain text, the name, the operator, or the string with its escapes resolved
record Token(Kind kind, String text, int line) {
    enum Kind {
        TEXT,
        PRINT_BEGIN,
        PRINT_END,
        TAG_BEGIN,
        TAG_END,
        NAME,
        STRING,
        WHOLE,
        REAL,
        OPERATOR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /// What it is, for a sentence that says what was found.
    String found() {
        return switch (kind) {
            case TEXT -> "text";
            case PRINT_BEGIN, PRINT_END, TAG_BEGIN, TAG_END, OPERATOR, NAME, WHOLE, REAL ->
                    "'" + text + "'";
            case STRING -> "a string";
            case END -> "the end of the template";
        };
    }
}
