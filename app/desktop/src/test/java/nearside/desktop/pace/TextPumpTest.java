package nearside.desktop.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class TextPumpTest {
    private final HeldThread ui = new HeldThread();
    private final List<List<Integer>> frames = new ArrayList<>();
    private final TextPump<Integer> pump = new TextPump<>(ui, frames::add);

    @Test
    void allThatCameSinceTheLastFrameComesAtOnce() {
        pump.offer(1);
        pump.offer(2);
        pump.offer(3);
        assertEquals(1, ui.waiting());
        ui.run();
        assertEquals(List.of(List.of(1, 2, 3)), frames);
    }

    @Test
    void whatComesLaterComesWithTheNextFrame() {
        pump.offer(1);
        ui.run();
        pump.offer(2);
        ui.run();
        assertEquals(List.of(List.of(1), List.of(2)), frames);
    }

    @Test
    void whatComesTooSoonWaitsForItsFrame() {
        List<List<Integer>> slow = new ArrayList<>();
        TextPump<Integer> third = new TextPump<>(ui, 3, slow::add);
        third.offer(1);
        runFrame();
        third.offer(2);
        assertEquals(List.of(List.of(1)), slow, "the first comes at once");
        runFrame();
        third.offer(3);
        runFrame();
        assertEquals(List.of(List.of(1)), slow);
        runFrame();
        assertEquals(List.of(List.of(1), List.of(2, 3)), slow);
        runFrame();
        runFrame();
        third.offer(4);
        runFrame();
        assertEquals(List.of(List.of(1), List.of(2, 3), List.of(4)), slow, "after a calm at once");
        ui.run();
        assertEquals(0, ui.waiting());
    }

    private void runFrame() {
        ui.runWaiting();
    }

    @Test
    void nothingIsLostOrTurnedAroundBetweenTwoThreads() throws InterruptedException {
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < 10_000; i++) {
                                pump.offer(i);
                            }
                        });
        ui.runUntil(() -> frames.stream().mapToInt(List::size).sum() == 10_000);
        writer.join();
        List<Integer> all = frames.stream().flatMap(List::stream).toList();
        assertEquals(all.stream().sorted().toList(), all);
    }
}
