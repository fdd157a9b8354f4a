package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// 500 hostile texts in a real window, while every system call that opens a file or a socket is
/// watched: none may. A file that is opened on purpose shows that one would be seen. Prints how
/// long the UI thread was held by each.
@ExtendWith(ApplicationExtension.class)
final class HostileViewsCampaign {
    private static final int TEXTS = Integer.getInteger("campaign.count", 500);
    private static final int WARM = 60;
    private static final int DEEP = 5_000;

    /// Files whose absence marks a place among the system calls.
    private static final Path BEGIN = Path.of("/nearside-campaign-begins");

    private static final Path END = Path.of("/nearside-campaign-ends");
    private static final Path SEEDED = Path.of("/nearside-campaign-seeded");

    /// What the toolkit reads to draw letters: its copies of the program's fonts, and the system's.
    private static final List<String> FONTS = List.of("/+JXF", "/usr/share/fonts/");

    @TempDir Path folder;
    private final SimpleStringProperty text = new SimpleStringProperty("");

    @Test
    void noneOpensAnything() throws Exception {
        Stage stage = FxToolkit.registerStage(Stage::new);
        CompletableFuture<ScrollPane> made = new CompletableFuture<>();
        onFx(() -> {
            Look.loadFonts();
            MarkdownView view =
                    new MarkdownView(text, Words.of(Locale.ENGLISH), _ -> assertTrue(false));
            ScrollPane pane = new ScrollPane(view);
            pane.setFitToWidth(true);
            Scene scene = new Scene(pane, 700, 600);
            Look.dress(scene, Dress.of(Shade.LIGHT));
            stage.setScene(scene);
            stage.show();
            made.complete(pane);
        });
        ScrollPane pane = made.join();
        for (int seed = TEXTS; seed < TEXTS + WARM; seed++) {
            show(pane, HostileTexts.mixed(seed));
        }
        HostileTexts.REPEATED.forEach(piece -> show(pane, piece.repeat(DEEP)));
        Path log = folder.resolve("calls");
        Process strace = watched(log);
        mark(BEGIN);
        List<Long> held = new ArrayList<>();
        for (int seed = 0; seed < TEXTS; seed++) {
            held.add(show(pane, HostileTexts.mixed(seed)));
        }
        List<Long> deep = new ArrayList<>();
        HostileTexts.REPEATED.forEach(piece -> deep.add(show(pane, piece.repeat(DEEP))));
        mark(END);
        mark(SEEDED);
        strace.destroy();
        assertTrue(strace.waitFor(20, TimeUnit.SECONDS));
        List<String> calls = Files.readAllLines(log);
        int begin = at(calls, BEGIN);
        int end = at(calls, END);
        assertTrue(at(calls, SEEDED) > end, "a file that is looked for would be seen");
        List<String> between =
                calls.subList(begin + 1, end).stream()
                        .filter(call -> FONTS.stream().noneMatch(call::contains))
                        .toList();
        System.out.printf(
                "%d texts, %d of them %,d times the same: median %d ms, longest %d ms and %d ms,"
                        + " over 100 ms %d, calls that open something %d%n",
                held.size() + deep.size(),
                deep.size(),
                DEEP,
                median(held),
                Collections.max(held),
                Collections.max(deep),
                held.stream().filter(each -> each > 100).count()
                        + deep.stream().filter(each -> each > 100).count(),
                between.size());
        assertEquals(List.of(), between);
    }

    /// A file that is not there, and is opened.
    private static void mark(Path absent) {
        assertThrows(IOException.class, () -> Files.newInputStream(absent).close());
    }

    private static long median(List<Long> all) {
        List<Long> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static int at(List<String> calls, Path marker) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains("\"" + marker + "\"")) {
                return i;
            }
        }
        throw new AssertionError("not seen: " + marker);
    }

    /// Milliseconds that the UI thread took from the text to its layout; a frame of it is drawn,
    /// too.
    private long show(ScrollPane pane, String next) {
        long[] held = new long[1];
        onFx(() -> {
            long begun = System.nanoTime();
            text.set(next);
            pane.applyCss();
            pane.layout();
            held[0] = System.nanoTime() - begun;
        });
        return Duration.ofNanos(held[0]).toMillis();
    }

    private static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                    action.run();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    private Process watched(Path log) throws IOException, InterruptedException {
        Process strace =
                new ProcessBuilder(
                                "strace",
                                "-f",
                                "-e",
                                "trace=openat,open,creat,execve,socket,connect",
                                "-e",
                                "signal=none",
                                "-o",
                                log.toString(),
                                "-p",
                                Long.toString(ProcessHandle.current().pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("strace").toFile())
                        .start();
        for (int tries = 0; tries < 100 && !Files.exists(log); tries++) {
            Thread.sleep(100);
        }
        Thread.sleep(2_000);
        return strace;
    }
}
