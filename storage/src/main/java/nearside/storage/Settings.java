package nearside.storage;

import java.util.Optional;

/// What a person chose and where the window stood. Kept as one small JSON file in the profile.
///
/// @param model the id of the model in use; empty for the embedded starter
public record Settings(
        Optional<String> model, Theme theme, Language language, Optional<Place> place) {

    public static final Settings DEFAULT =
            new Settings(Optional.empty(), Theme.SYSTEM, Language.SYSTEM, Optional.empty());

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    public enum Language {
        SYSTEM,
        ENGLISH,
        CHINESE
    }

    /// Where the window stood when it was closed.
    public record Place(double x, double y, double width, double height, Maximized maximized) {
        public enum Maximized {
            YES,
            NO
        }
    }
}
