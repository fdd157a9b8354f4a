package nearside.desktop.ledger;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import nearside.desktop.words.Words;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The system's own window in which a person says where the rows of the ledger go.
public record LedgerDialog(Window owner, Words words) implements LedgerViewModel.Asking {
    private static final String ENDING = ".jsonl";

    @Override
    public Optional<Path> where(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("ledger.export"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .setAll(new ExtensionFilter(words.of("ledger.form"), "*" + ENDING));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(LedgerDialog::named);
    }

    /// Some systems leave the ending to the program.
    static Path named(File chosen) {
        return chosen.getName().contains(".")
                ? chosen.toPath()
                : chosen.toPath().resolveSibling(chosen.getName() + ENDING);
    }
}
