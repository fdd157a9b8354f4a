package nearside.desktop.setup;

import nearside.storage.Template;

import java.util.Objects;

/// A way to ask a model that a person keeps.
///
/// @param setup as JSON
record Preset(String id, String name, String setup) {
    Preset {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(setup);
    }

    static Preset of(Template kept) {
        return new Preset(kept.id(), kept.name(), kept.text());
    }

    Template template() {
        return new Template(id, Template.Kind.PRESET, name, setup);
    }
}
