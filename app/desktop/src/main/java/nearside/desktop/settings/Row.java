package nearside.desktop.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One setting: what it is called, what it does, and what changes it.
///
/// @param trouble a line that is shown where the setting has no effect
record Row(String name, String about, Node control, Optional<Label> trouble) {
    Row(String name, String about, Node control) {
        this(name, about, control, Optional.empty());
    }

    /// Whether every word that is typed stands in its name or its sentence.
    boolean answersTo(String typed) {
        String all = (name + " " + about).toLowerCase(Locale.ROOT);
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
    }
}
