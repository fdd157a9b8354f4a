package nearside.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a person chose and where the window stood. Kept as one small JSON file in the profile.
///
/// @param model the id of the model in use; empty for the embedded starter
/// @param accelerators names of execution providers in the order they are tried in, `cpu` among
///   them to try none behind it; empty for the usual order
/// @param unloadAfter how long after the last question a model's memory is given back; empty for
///   never
public record Settings(
        Optional<String> model,
        Theme theme,
        Language language,
        Optional<Duration> unloadAfter,
        List<String> accelerators,
        Optional<Place> place) {

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Theme.SYSTEM,
                    Language.SYSTEM,
                    Optional.of(Duration.ofMinutes(10)),
                    List.of(),
                    Optional.empty());

    public Settings {
        accelerators = List.copyOf(accelerators);
    }

    public Settings with(Theme next) {
        return new Settings(model, next, language, unloadAfter, accelerators, place);
    }

    public Settings with(Language next) {
        return new Settings(model, theme, next, unloadAfter, accelerators, place);
    }

    public Settings with(Place next) {
        return new Settings(model, theme, language, unloadAfter, accelerators, Optional.of(next));
    }

    /// The same with another model.
    ///
    /// @param next empty for the embedded starter
    public Settings withModel(Optional<String> next) {
        return new Settings(next, theme, language, unloadAfter, accelerators, place);
    }

    /// The same with another pause.
    ///
    /// @param next empty for never
    public Settings withUnloadAfter(Optional<Duration> next) {
        return new Settings(model, theme, language, next, accelerators, place);
    }

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
