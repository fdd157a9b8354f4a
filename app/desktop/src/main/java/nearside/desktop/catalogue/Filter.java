package nearside.desktop.catalogue;

import nearside.copilot.fit.FitLabel.State;
import nearside.engine.accelerator.Provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Which models a person wants to see.
///
/// @param typed words, each of which has to be found
/// @param madeFor the kind of device; empty for any
/// @param language a BCP 47 tag; empty for any
record Filter(String typed, Which which, Optional<Provider> madeFor, Optional<String> language) {
    static final Filter NONE = new Filter("", Which.ALL, Optional.empty(), Optional.empty());

    Filter {
        Objects.requireNonNull(typed);
        Objects.requireNonNull(which);
        Objects.requireNonNull(madeFor);
        Objects.requireNonNull(language);
    }

    /// By where they are and how they get on.
    enum Which {
        ALL,
        /// On this device.
        HERE,
        /// Would run here, be it tightly.
        FITS
    }

    Filter typed(String next) {
        return new Filter(next, which, madeFor, language);
    }

    Filter with(Which next) {
        return new Filter(typed, next, madeFor, language);
    }

    Filter madeFor(Optional<Provider> next) {
        return new Filter(typed, which, next, language);
    }

    Filter language(Optional<String> next) {
        return new Filter(typed, which, madeFor, next);
    }

    boolean keeps(ModelLine line) {
        ModelLine.Traits traits = line.traits();
        return isFound(line)
                && isWhich(line)
                && madeFor.map(it -> traits.madeFor().equals(Optional.of(it))).orElse(true)
                && language.map(traits.languages()::contains).orElse(true);
    }

    private boolean isWhich(ModelLine line) {
        return switch (which) {
            case ALL -> true;
            case HERE -> line.traits().place() == ModelLine.Place.HERE;
            case FITS -> line.fit().state().filter(it -> it != State.DOES_NOT_FIT).isPresent();
        };
    }

    private boolean isFound(ModelLine line) {
        String all = lower(line.searched());
        return Arrays.stream(lower(typed).split("\\s+", -1)).allMatch(all::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
