package nearside.desktop.catalogue;

import nearside.copilot.fit.FitLabel.State;
import nearside.engine.accelerator.Provider;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One model as the page of models shows it.
///
/// @param about what it is good for, its licence and its languages
/// @param size of it, and whether that has to come
/// @param standing where it stands, if something is to be said of it
record ModelLine(
        String id,
        String title,
        String about,
        Fit fit,
        String size,
        String standing,
        Traits traits,
        Card card,
        Set<Deed> deeds) {
    ModelLine {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(about);
        Objects.requireNonNull(fit);
        Objects.requireNonNull(size);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(traits);
        Objects.requireNonNull(card);
        deeds = Set.copyOf(deeds);
    }

    /// How it gets on here.
    ///
    /// @param state empty where nobody can tell
    /// @param badge the state in a word
    record Fit(Optional<State> state, String badge, String why, String speed) {
        Fit {
            Objects.requireNonNull(state);
            Objects.requireNonNull(badge);
            Objects.requireNonNull(why);
            Objects.requireNonNull(speed);
        }
    }

    /// By what it is found.
    ///
    /// @param languages BCP 47 tags
    record Traits(Place place, Optional<Provider> madeFor, Set<String> languages) {
        Traits {
            Objects.requireNonNull(place);
            Objects.requireNonNull(madeFor);
            languages = Set.copyOf(languages);
        }
    }

    enum Place {
        HERE,
        ELSEWHERE
    }

    /// All that is known of it.
    ///
    /// @param pages addresses that a person can open
    /// @param files none where only the hub knows them
    record Card(List<String> facts, List<Page> pages, List<FileLine> files) {
        Card {
            facts = List.copyOf(facts);
            pages = List.copyOf(pages);
            files = List.copyOf(files);
        }
    }

    /// @param id of its button
    record Page(String id, String text, String address) {}

    /// One file of it.
    ///
    /// @param sum empty where nobody named it
    record FileLine(String name, String size, String sum) {}

    /// What a person can do.
    enum Deed {
        /// Fetches it.
        GET,
        /// Copies it from the company's share.
        COPY,
        /// Fetches the newer one that the catalogue names.
        UPDATE,
        USE,
        LOAD,
        UNLOAD,
        /// Measures how fast it is.
        MEASURE,
        /// Throws away what was begun of it.
        DISCARD,
        /// Sums up its files.
        CHECK,
        REMOVE
    }

    /// All words by which it is found.
    String searched() {
        return String.join(" ", id, title, about, String.join(" ", card.facts()));
    }
}
