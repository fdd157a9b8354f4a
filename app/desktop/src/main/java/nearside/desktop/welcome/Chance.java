package nearside.desktop.welcome;

/// How one model gets on with this device, in words.
///
/// @param speed as it was measured, or that it was not
record Chance(String model, Tone tone, String fit, String speed) {
    /// Whether it is known to run well.
    enum Tone {
        WELL,
        LESS
    }
}
