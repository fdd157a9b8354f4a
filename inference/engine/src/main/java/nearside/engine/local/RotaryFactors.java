package nearside.engine.local;

/// By which of its rotary factors a long-context model rotated the keys of a conversation. A model
/// that has but one set rotates by the short ones.
public enum RotaryFactors {
    SHORT,
    LONG
}
