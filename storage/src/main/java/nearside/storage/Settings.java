package nearside.storage;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a person chose and where the window stood. Kept as one small JSON file in the profile.
///
/// @param model the id of the model in use; empty for the embedded starter
public record Settings(
        Optional<String> model,
        Theme theme,
        Language language,
        Running running,
        Optional<Place> place) {

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Theme.SYSTEM,
                    Language.SYSTEM,
                    new Running(Optional.of(Duration.ofMinutes(10)), List.of(), KvCache.AUTO),
                    Optional.empty());

    public Settings {
        if (model.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a model without an id");
        }
        Objects.requireNonNull(theme);
        Objects.requireNonNull(language);
        Objects.requireNonNull(running);
        Objects.requireNonNull(place);
    }

    public Settings with(Theme next) {
        return new Settings(model, next, language, running, place);
    }

    public Settings with(Language next) {
        return new Settings(model, theme, next, running, place);
    }

    public Settings with(Place next) {
        return new Settings(model, theme, language, running, Optional.of(next));
    }

    /// The same with another model.
    ///
    /// @param next empty for the embedded starter
    public Settings withModel(Optional<String> next) {
        return new Settings(next, theme, language, running, place);
    }

    public Settings with(Running next) {
        return new Settings(model, theme, language, next, place);
    }

    public Settings with(KvCache next) {
        return with(new Running(running.unloadAfter, running.accelerators, next));
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

    /// How models are run.
    ///
    /// @param unloadAfter how long after the last question a model's memory is given back; empty
    ///   for never
    /// @param accelerators names of execution providers in the order they are tried in, `cpu` among
    ///   them to try none behind it; empty for the usual order
    public record Running(
            Optional<Duration> unloadAfter, List<String> accelerators, KvCache kvCache) {
        public Running {
            if (unloadAfter.filter(pause -> pause.toMinutes() < 1).isPresent()) {
                throw new IllegalArgumentException("too short a pause: " + unloadAfter);
            }
            Objects.requireNonNull(kvCache);
            accelerators = List.copyOf(accelerators);
        }
    }

    /// How models keep what they read.
    public enum KvCache {
        /// Exactly, and as bytes where nothing else would fit into memory.
        AUTO,
        /// Always exactly.
        FLOAT32,
        /// Always as bytes.
        INT8
    }

    /// Where the window stood when it was closed.
    public record Place(double x, double y, double width, double height, Maximized maximized) {
        public Place {
            boolean possible = Double.isFinite(x) && Double.isFinite(y) && width > 0 && height > 0;
            if (!possible || !Double.isFinite(width) || !Double.isFinite(height)) {
                throw new IllegalArgumentException(
                        "no place: " + x + " " + y + " " + width + " " + height);
            }
            Objects.requireNonNull(maximized);
        }

        public enum Maximized {
            YES,
            NO
        }
    }
}
