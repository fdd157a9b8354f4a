package nearside.desktop.offline;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/// The way out, as the window shuts it and asks for it back. All of it may take a moment.
///
/// @param now how it stood when the window was made
/// @param shut shuts it and says how it stands then
/// @param back opens it again, or says what that takes
public record Shutter(Standing now, Function<Wish, Standing> shut, Supplier<Back> back) {
    public Shutter {
        Objects.requireNonNull(now);
        Objects.requireNonNull(shut);
        Objects.requireNonNull(back);
    }

    /// What became of the wish to go back.
    public enum Back {
        /// It is open again.
        OPEN,
        /// The window closes, and the program starts anew.
        RESTARTING,
        /// Only the person can start the program anew.
        BY_HAND
    }
}
