package nearside.desktop.settings;

import javafx.scene.Node;

import java.util.Locale;
import java.util.stream.Stream;

/// One setting: what it is called, what it does, and what changes it.
record Row(String name, String about, Node control) {
    /// Whether every word that is typed stands in its name or its sentence.
    boolean answersTo(String typed) {
        String all = (name + " " + about).toLowerCase(Locale.ROOT);
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
    }
}
