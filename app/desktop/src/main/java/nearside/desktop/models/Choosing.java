package nearside.desktop.models;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import nearside.desktop.words.Words;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a person where a model lies.
public record Choosing(Words words) {
    /// A model folder; empty where the person wants none.
    public Optional<Path> folder(Window over) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.of("model.import.title"));
        return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
    }

    /// A zip archive of one.
    public Optional<Path> zip(Window over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("model.import.zip.title"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(words.of("model.import.zip.kind"), "*.zip", "*.ZIP"));
        return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
    }
}
