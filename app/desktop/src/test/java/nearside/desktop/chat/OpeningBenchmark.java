package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.FxThread;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// How long it takes from the click on a conversation of 10,000 messages, with code and tables in
/// its answers, to its first picture. Prints the median of ten. Not part of the everyday run.
@ExtendWith(ApplicationExtension.class)
final class OpeningBenchmark {
    private static final int MESSAGES = 10_000;
    private static final int TIMES = 10;

    private static final String ANSWER =
            """
            Some **strong** words and `code`.

            | Name | Value |
            |---|---:|
            | one | 1 |

            ```java
            int x = 1; // a comment
            ```
            """;

    @TempDir Path folder;

    @Test
    void aLongConversation() throws Exception {
        try (Desk desk = Desk.in(folder);
                ExecutorService quick =
                        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            ConversationId id = written(desk);
            ChatViewModel chat =
                    new ChatViewModel(
                            desk.orchestrator(),
                            ChatViewModel.Stores.of(desk.profile()),
                            new Undo(new FxThread()),
                            new Background(quick, new FxThread(), _ -> {}),
                            Words.of(Locale.ENGLISH));
            Stage stage = FxToolkit.registerStage(Stage::new);
            onFx(() -> {
                Look.loadFonts();
                Scene scene =
                        new Scene(
                                new ChatView(
                                        chat,
                                        new SwitcherViewModel(List::of),
                                        Words.of(Locale.ENGLISH),
                                        new Region()),
                                900,
                                800);
                Look.dress(scene, Dress.of(Shade.LIGHT));
                stage.setScene(scene);
                stage.show();
            });
            List<Double> read = new ArrayList<>();
            List<Double> painted = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                onFx(() -> chat.show(Optional.empty()));
                open(chat, id, stage, read, painted);
            }
            Collections.sort(read);
            Collections.sort(painted);
            System.out.printf(
                    Locale.ROOT,
                    "%,d messages: rows after %.0f ms, first picture after %.0f ms (median of %d)%n",
                    MESSAGES,
                    read.get(TIMES / 2),
                    painted.get(TIMES / 2),
                    TIMES);
            onFx(stage::close);
        }
    }

    private static ConversationId written(Desk desk) {
        Journal journal = desk.profile().journal();
        Optional<ConversationId> id = Optional.empty();
        for (int i = 0; i < MESSAGES / 2; i++) {
            Journal.Begun begun = journal.begin(id, "Question " + i);
            id = Optional.of(begun.conversation());
            journal.append(begun.reply(), new Segment(Source.HERE, ANSWER));
            journal.finish(begun.reply(), State.DONE, Optional.empty());
        }
        return id.orElseThrow();
    }

    private static void open(
            ChatViewModel chat,
            ConversationId id,
            Stage stage,
            List<Double> read,
            List<Double> painted)
            throws Exception {
        CompletableFuture<Long> there = new CompletableFuture<>();
        CompletableFuture<Long> shown = new CompletableFuture<>();
        long began = System.nanoTime();
        onFx(() -> {
            chat.show(Optional.of(id));
            chat.open()
                    .get()
                    .rows()
                    .subscribe(() -> {
                        there.complete(System.nanoTime());
                        stage.getScene()
                                .addPostLayoutPulseListener(
                                        () -> shown.complete(System.nanoTime()));
                    });
        });
        read.add((there.get() - began) / 1e6);
        painted.add((shown.get() - began) / 1e6);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> chat.open().get().rows().size() == MESSAGES);
        assertEquals(MESSAGES, chat.open().get().rows().size());
    }

    private static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                    action.run();
                    return true;
                });
    }
}
