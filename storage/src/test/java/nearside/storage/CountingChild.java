package nearside.storage;

import java.nio.file.Path;
import java.util.Optional;

/// Counts in the settings, to see whether two processes lose each other's changes.
final class CountingChild {
    private CountingChild() {}

    public static void main(String[] arguments) {
        SettingsFile settings = new SettingsFile(Path.of(arguments[0]));
        for (int left = Integer.parseInt(arguments[1]); left > 0; left--) {
            settings.change(CountingChild::more);
        }
    }

    static Settings more(Settings old) {
        int count = old.model().map(Integer::parseInt).orElse(0);
        return old.withModel(Optional.of(Integer.toString(count + 1)));
    }
}
