package nearside.desktop.consent;

import java.util.List;
import java.util.Objects;

/// What a person reads before something leaves.
///
/// @param why the reason and what it would cost in time to stay
/// @param rows what leaves
/// @param to where it goes, and at what price
/// @param exact the text as it leaves
/// @param buttons what the buttons say
public record Sheet(
        String title, String why, List<Line> rows, String to, String exact, Buttons buttons) {
    public Sheet {
        Objects.requireNonNull(title);
        Objects.requireNonNull(why);
        rows = List.copyOf(rows);
        Objects.requireNonNull(to);
        Objects.requireNonNull(exact);
        Objects.requireNonNull(buttons);
    }

    /// One thing that leaves, or was replaced.
    ///
    /// @param amount in tokens; empty where it has none
    public record Line(String what, String amount, String note) {}

    /// What the buttons say; an empty one is not shown.
    public record Buttons(String send, String less, String all, String stay, String never) {}
}
