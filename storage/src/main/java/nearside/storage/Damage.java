package nearside.storage;

/// What is wrong with a file as a whole.
public sealed interface Damage {
    /// It is gone, though a version of it is still there.
    record Missing() implements Damage {}

    record Unreadable() implements Damage {}

    record TooLarge(long foundBytes, long mostBytes) implements Damage {}

    /// Its bytes are no UTF-8 text.
    record NotText() implements Damage {}

    /// Its text is no JSON object.
    record NotJson() implements Damage {}
}
