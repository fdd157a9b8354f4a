package nearside.desktop.window;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.Watchdog;
import nearside.desktop.pace.Watchdog.Stall;
import nearside.engine.Finish;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// How long the UI thread stands still in a conversation of 10,000 messages with code and tables:
/// while it is opened, scrolled, found in, written in, and while 10 MB are pasted. Prints each with
/// what the watchdog of the program saw.
final class UiThreadBenchmark extends WindowFx {
    private static final int TURNS = Integer.getInteger("benchmark.turns", 5_000);
    private static final int SECONDS = 20;
    private static final int PER_SECOND = 40;

    private static final String TEXT =
            """
            The *moon* turns **once** with `code` and [a page](https://moon.example).

            | Place | Metres |
            |---|---:|
            | Fundy | 16 |

            ```java
            record Tide(String place, int metres) {} // a comment
            ```
            """;

    private final List<Stall> stalls = new CopyOnWriteArrayList<>();

    @Test
    void stands() {
        filled();
        Watchdog watchdog = new Watchdog(new FxThread(), System::nanoTime, stalls::add);
        watchdog.begin();
        watched(watchdog, "nothing", () -> pause(2_000));
        watched(
                watchdog,
                "opening",
                () -> {
                    robot.clickOn("#history .line");
                    until(() -> shows(".answer"));
                    pause(3_000);
                });
        watched(watchdog, "scrolling", this::scroll);
        watched(
                watchdog,
                "going to a message far above",
                () -> {
                    robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
                    robot.write("question 37?");
                    until(() -> text("#find-count").equals("1 of 1"));
                    pause(1_000);
                    robot.type(KeyCode.ESCAPE);
                });
        watched(watchdog, "40 tokens a second", this::stream);
        watched(watchdog, "pasting 10 MB", this::paste);
        watched(watchdog, "going to a new conversation", this::leave);
        watched(watchdog, "opening and leaving it ten times more", this::comeAndGo);
        watchdog.close();
    }

    private void filled() {
        Journal journal = opened.desk().profile().journal();
        Optional<ConversationId> conversation = Optional.empty();
        for (int i = 0; i < TURNS; i++) {
            Journal.Begun begun = journal.begin(conversation, "Question " + i + "?");
            journal.append(begun.reply(), new Message.Segment(Message.Source.HERE, TEXT));
            journal.finish(begun.reply(), Message.State.DONE, Optional.empty());
            conversation = Optional.of(begun.conversation());
        }
        askAndGet("Another one", "Yes");
        until(() -> robot.lookup("#history .line").queryAll().size() >= 1);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        opened.desk().profile().conversations().pin(conversation.orElseThrow());
        askAndGet("And one more", "Yes");
    }

    private void scroll() {
        for (int i = 0; i < 200; i++) {
            double to = 1 - i / 200.0;
            onFx(() -> {
                robot.lookup("#transcript").queryAs(ScrollPane.class).setVvalue(to);
                return true;
            });
        }
        for (int i = 0; i < 5; i++) {
            robot.clickOn("#earlier");
            pause(700);
        }
    }

    private void stream() {
        ask("And now?");
        for (int i = 0; i < SECONDS * PER_SECOND; i++) {
            int from = i * 4 % (TEXT.length() - 4);
            opened.desk().engine().write(TEXT.substring(from, from + 4));
            pause(1_000 / PER_SECOND);
        }
        opened.desk().engine().finish(Finish.EOS);
        until(() -> !shows("#stop"));
    }

    private void paste() {
        onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("0123456789abcde\n".repeat(10 << 16));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn("#question").press(KeyCode.SHORTCUT).type(KeyCode.V);
        robot.release(KeyCode.SHORTCUT);
        until(() -> shows(".composer .chip-name"));
        pause(1_000);
    }

    private void watched(Watchdog watchdog, String what, Runnable action) {
        stalls.clear();
        Thread stirring =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                watchdog.stir();
                                pause(500);
                            }
                        });
        action.run();
        stirring.interrupt();
        Optional<Stall> longest = stalls.stream().max(Comparator.comparing(Stall::length));
        System.out.printf(
                "%s: over 50 ms %d, longest %s%n",
                what,
                stalls.size(),
                longest.map(it -> it.length().toMillis() + " ms, " + it.where()).orElse("none"));
        System.out.printf("%s: heap in use %d MiB%n", what, heap() >> 20);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void comeAndGo() {
        for (int i = 0; i < 10; i++) {
            robot.clickOn("#history .line");
            until(() -> shows(".answer"));
            pause(1_000);
            leave();
        }
    }

    private void leave() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows(".answer"));
        pause(2_000);
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
