package nearside.desktop.welcome;

/// How one model gets on with this device, in words.
///
/// @param speed as it was measured, or that it was not
record Chance(String model, Tone tone, String fit, String speed) {
    /// How good that is.
    enum Tone {
        WELL,
        TIGHT,
        NOT
    }
}
