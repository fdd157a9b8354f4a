package nearside.engine;

/// What makes tokens that were there already less likely.
///
/// @param repetition logits of tokens of the reply are divided by it where they are positive and
///   multiplied by it where they are negative (CTRL, Keskar et al., 2019); 1 for none
/// @param presence taken from the logits of tokens of the reply, as in OpenAI's interface; 0 for
///   none
/// @param frequency the same, as many times as the token is in the reply
public record Penalties(double repetition, double presence, double frequency) {
    public static final Penalties NONE = new Penalties(1, 0, 0);

    public Penalties {
        if (!(repetition > 0 && repetition <= 2)) {
            throw new IllegalArgumentException(
                    "repetition penalty: expected a number above 0 and up to 2, found "
                            + repetition);
        }
        check("presence penalty", presence);
        check("frequency penalty", frequency);
    }

    private static void check(String name, double penalty) {
        if (!(penalty >= -2 && penalty <= 2)) {
            throw new IllegalArgumentException(
                    name + ": expected a number from -2 to 2, found " + penalty);
        }
    }
}
