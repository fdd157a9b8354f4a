package nearside.desktop.borrow;

import nearside.copilot.borrow.Rules.Shut;
import nearside.desktop.trouble.Trouble;

import java.time.Duration;

/// What is said of the last trial.
public sealed interface Told {
    record Nothing() implements Told {}

    /// It goes on.
    record Trying(String name) implements Told {}

    /// It answered.
    ///
    /// @param words may be empty
    record Worked(String name, String words, Duration took) implements Told {}

    record Failed(Trouble trouble) implements Told {}

    /// It was not asked.
    record NotAsked(Shut by) implements Told {}

    /// Nothing can be asked: the certificates that the policy names cannot be used.
    record NoDoor(String why) implements Told {}
}
