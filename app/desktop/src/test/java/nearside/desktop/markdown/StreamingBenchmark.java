package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.TextPump;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// What an answer in Markdown costs while it comes: 40 tokens a second, with a table, code and
/// formulas in it. Prints the share of one core that the process took, and the longest that the UI
/// thread was held; begun with the length of what stood there already.
@ExtendWith(ApplicationExtension.class)
final class StreamingBenchmark {
    private static final int SECONDS = 20;
    private static final int PER_SECOND = 40;
    private static final int CHARACTERS = 4;

    private static final String SECTION =
            """
            ## A section of the answer

            Some *emphasis* and **strong** words with `code` and a [link](https://example.org) in a
            paragraph that is long enough to be wrapped over several lines of the column, as they are.

            - a point
            - another one, with $x^2 + y^2$ in it

            | Name | Value |
            |---|---:|
            | one | 1 |
            | two | 2 |

            ```java
            public record Point(int x, int y) {
                static final Point ORIGIN = new Point(0, 0); // a comment
                double length() {
                    return Math.sqrt(x * x + y * y);
                }
            }
            ```

            """;

    @Test
    void anAnswerAsItComes() throws Exception {
        for (int before : List.of(0, 20_000)) {
            measure(before);
        }
    }

    private static void measure(int before) throws Exception {
        String whole = SECTION.repeat(before / SECTION.length() + 10);
        SimpleStringProperty text = new SimpleStringProperty(whole.substring(0, before));
        Stage stage = FxToolkit.registerStage(Stage::new);
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    Look.loadFonts();
                    ScrollPane pane =
                            new ScrollPane(
                                    new MarkdownView(text, Words.of(Locale.ENGLISH), _ -> {}));
                    pane.setFitToWidth(true);
                    pane.vvalueProperty().bind(pane.hminProperty().add(1));
                    Scene scene = new Scene(pane, 800, 700);
                    Look.dress(scene, Dress.of(Shade.LIGHT));
                    stage.setScene(scene);
                    stage.show();
                    return true;
                });
        grow(text, whole, before, 5);
        int warm = text.get().length();
        long cpu = cpu();
        Map<String, Long> earlier = threads();
        long began = System.nanoTime();
        List<Long> held = grow(text, whole, warm, SECONDS);
        Map<String, Long> after = threads();
        double share = (cpu() - cpu) / (double) (System.nanoTime() - began);
        Collections.sort(held);
        System.out.printf(
                Locale.ROOT,
                "from %,d to %,d characters: %.1f %% of one core; UI thread held %.1f ms (median), %.1f"
                        + " ms (p99), %.1f ms at most%n",
                warm,
                text.get().length(),
                100 * share,
                millis(held.get(held.size() / 2)),
                millis(held.get(held.size() * 99 / 100)),
                millis(held.getLast()));
        after.forEach((name, nanos) -> {
            double part = (nanos - earlier.getOrDefault(name, 0L)) / 1e7 / SECONDS;
            if (part > 0.5) {
                System.out.printf(Locale.ROOT, "  %s: %.1f %%%n", name, part);
            }
        });
        assertTrue(text.get().length() > warm);
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    stage.close();
                    return true;
                });
    }

    /// @return how long the UI thread did not come to what was asked of it, for each token
    private static List<Long> grow(SimpleStringProperty text, String whole, int from, int seconds) {
        List<Long> held = Collections.synchronizedList(new ArrayList<>());
        TextPump<Integer> pump =
                new TextPump<>(
                        new FxThread(), 3, ends -> text.set(whole.substring(0, ends.getLast())));
        long began = System.nanoTime();
        for (int token = 1; token <= seconds * PER_SECOND; token++) {
            int end = Math.min(whole.length(), from + token * CHARACTERS);
            pump.offer(end);
            long asked = System.nanoTime();
            Platform.runLater(() -> held.add(System.nanoTime() - asked));
            LockSupport.parkNanos(began + token * 1_000_000_000L / PER_SECOND - System.nanoTime());
        }
        WaitForAsyncUtils.waitForFxEvents();
        return held;
    }

    /// Processor time of each thread, as far as the program has a name for it.
    private static Map<String, Long> threads() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Map<String, Long> all = new TreeMap<>();
        for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
            if (thread != null) {
                all.merge(
                        thread.getThreadName(),
                        bean.getThreadCpuTime(thread.getThreadId()),
                        Long::sum);
            }
        }
        return all;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
