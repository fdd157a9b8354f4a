package nearside.desktop.bench;

import nearside.engine.Prompt.Line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A question whose answer repeats much of what was asked, or none of it.
enum CopyTask {
    PROOFREAD("proofread.txt"),
    SUMMARY("summary.txt"),
    CODE_EDIT("code-edit.txt"),
    QUOTES("quotes.txt"),
    TABLE("table.txt"),
    OPEN_CHAT("open-chat.txt");

    private final String file;

    CopyTask(String file) {
        this.file = file;
    }

    /// Those whose answers copy.
    static List<CopyTask> copying() {
        return Stream.of(values()).filter(task -> task != OPEN_CHAT).toList();
    }

    List<Line> lines() {
        try (InputStream text = CopyTask.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return Subject.question(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
