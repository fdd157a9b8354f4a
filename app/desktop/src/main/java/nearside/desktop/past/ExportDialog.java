package nearside.desktop.past;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import nearside.desktop.past.ExportViewModel.Target;
import nearside.desktop.words.Words;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The system's own window in which a person says where a conversation goes, and in what form.
public record ExportDialog(Window owner, Words words) implements ExportViewModel.Asking {
    /// Of a file that the system opens with this program.
    private static final String OWN_ENDING = ".nearside";

    @Override
    public Optional<Target> where(String name) {
        Map<PageFormat, ExtensionFilter> filters = filters();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("history.export"));
        chooser.setInitialFileName(name + "." + PageFormat.PDF.ending());
        chooser.getExtensionFilters().setAll(filters.values());
        chooser.setSelectedExtensionFilter(filters.get(PageFormat.PDF));
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .map(file -> target(file, chosen(filters, chooser.getSelectedExtensionFilter())));
    }

    private Map<PageFormat, ExtensionFilter> filters() {
        Map<PageFormat, ExtensionFilter> filters = new EnumMap<>(PageFormat.class);
        for (PageFormat format : PageFormat.values()) {
            filters.put(format, new ExtensionFilter(name(format), endings(format)));
        }
        return filters;
    }

    private static List<String> endings(PageFormat format) {
        String usual = "*." + format.ending();
        return format == PageFormat.JSON ? List.of(usual, "*" + OWN_ENDING) : List.of(usual);
    }

    private String name(PageFormat format) {
        return switch (format) {
            case JSON -> words.of("past.form.json");
            case MARKDOWN -> words.of("past.form.markdown");
            case HTML -> words.of("past.form.html");
            case PDF -> words.of("past.form.pdf");
        };
    }

    private static PageFormat chosen(
            Map<PageFormat, ExtensionFilter> filters, ExtensionFilter filter) {
        return filters.entrySet().stream()
                .filter(each -> each.getValue().equals(filter))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(PageFormat.PDF);
    }

    /// The ending that a person typed counts more than the chosen form.
    static Target target(Path file, PageFormat chosen) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(OWN_ENDING)) {
            return new Target(file, PageFormat.JSON);
        }
        for (PageFormat format : PageFormat.values()) {
            if (name.endsWith("." + format.ending())) {
                return new Target(file, format);
            }
        }
        return new Target(file.resolveSibling(name + "." + chosen.ending()), chosen);
    }
}
