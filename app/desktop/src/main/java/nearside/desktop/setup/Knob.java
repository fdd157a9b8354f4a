package nearside.desktop.setup;

/// A number by which a model is asked, under the field's standard name.
public enum Knob {
    TEMPERATURE("temperature"),
    TOP_P("top_p"),
    TOP_K("top_k"),
    MIN_P("min_p"),
    REPETITION_PENALTY("repetition_penalty"),
    PRESENCE_PENALTY("presence_penalty"),
    FREQUENCY_PENALTY("frequency_penalty"),
    SEED("seed"),
    MAX_TOKENS("max_tokens");

    private final String field;

    Knob(String field) {
        this.field = field;
    }

    /// As files and other programs call it.
    public String field() {
        return field;
    }
}
