package nearside.copilot.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One model of a catalogue, in all the forms in which it can be got.
///
/// @param variants the ones that are recommended first
public record Entry(Title title, Licence licence, Traits traits, List<Variant> variants) {
    static final int MOST_VARIANTS = 20;

    public Entry {
        Objects.requireNonNull(title);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(traits);
        variants = List.copyOf(variants);
        Range.check("variants", variants.size(), 1, MOST_VARIANTS);
    }

    /// What a model is called and what is said of it.
    ///
    /// @param family the name that it shares with its relatives
    public record Title(String id, String name, String family, String description) {
        public Title {
            Term.ID.check(id);
            Term.NAME.check(name);
            Term.NAME.check(family);
            Term.DESCRIPTION.check(description);
        }
    }

    public String id() {
        return title.id();
    }

    public String name() {
        return title.name();
    }

    /// Its own and those of its variants.
    Stream<String> ids() {
        return Stream.concat(Stream.of(id()), variants.stream().map(Variant::id));
    }
}
