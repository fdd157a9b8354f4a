package nearside.copilot.orchestrator;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.text;
import static nearside.farside.Completion.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Sampling;
import nearside.engine.contract.ScriptedEngine;
import nearside.farside.Play;
import nearside.storage.Message;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A house with far sides on the loopback, and a person in it who answers the program.
abstract class BorrowingCase {
    @TempDir Path folder;
    House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    static Play saying(String... pieces) {
        return (_, wire) -> {
            wire.stream().body(opening());
            for (String piece : pieces) {
                wire.body(text(piece));
            }
            wire.body(finish("stop")).body(usage(40, 7)).body(DONE).end();
        };
    }

    static Request.Ask ask(String text) {
        return new Request.Ask(Optional.empty(), text, Sampling.GREEDY, 200);
    }

    /// All events of a turn; to each question of the program the next answer is given.
    List<TurnEvent> all(Turn turn, Consent... answers) throws InterruptedException {
        List<Consent> left = new ArrayList<>(Arrays.asList(answers));
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.End)) {
            events.add(turn.next(House.LONG).orElseThrow());
            if (events.getLast() instanceof TurnEvent.Asking) {
                turn.consent(left.removeFirst());
            }
        }
        assertEquals(List.of(), left, "it was not asked as often as expected");
        return events;
    }

    static <T> List<T> of(Class<T> kind, List<TurnEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Message reply() {
        return house.messages().getLast();
    }

    static ScriptedEngine never() {
        return ScriptedEngine.writing("never");
    }
}
