package nearside.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;

/// Counts in large settings until it is killed, and tells each number only when it is on the disk.
final class SettingsChild {
    /// So many accelerators make the file large enough for a kill to hit the middle of it.
    private static final int WORDS = 4_000;

    private SettingsChild() {}

    /// How the file is written.
    enum Writer {
        KEPT,
        /// The control: in its place, piece by piece.
        IN_PLACE
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Writer writer = Writer.valueOf(arguments[1]);
        SettingsFile file = new SettingsFile(folder);
        for (int number = Integer.parseInt(arguments[2]); ; number++) {
            Settings next = numbered(number);
            switch (writer) {
                case KEPT -> {
                    var _ = file.change(_ -> next);
                }
                case IN_PLACE -> inPlace(folder.resolve("settings.json"), next);
            }
            System.out.println(number);
            System.out.flush();
        }
    }

    static Settings numbered(int number) {
        Settings.Running many =
                new Settings.Running(
                        Optional.empty(), Collections.nCopies(WORDS, "cpu"), Settings.KvCache.AUTO);
        return Settings.DEFAULT.withModel(Optional.of(Integer.toString(number))).with(many);
    }

    private static void inPlace(Path file, Settings next) throws IOException {
        byte[] text =
                SettingsJson.text(
                                SettingsJson.changed(
                                        SettingsJson.parse("{}").orElseThrow(),
                                        Settings.DEFAULT,
                                        next))
                        .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int start = 0; start < text.length; start += 16) {
                out.write(text, start, Math.min(16, text.length - start));
            }
        }
    }

    /// The number of settings that the child wrote.
    static int number(Settings settings) {
        return Integer.parseInt(settings.model().orElse("0"));
    }
}
