package nearside.desktop.window;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.cloud.FarModel;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Price;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Spending;
import nearside.desktop.chat.Desk;
import nearside.engine.EngineFailure;
import nearside.engine.ReplyEvent;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The sheet that asks before something leaves, and what the answer then says: the real window, a
/// real profile, and a real far side on the loopback.
class BorrowingFxTest extends WindowFx {
    private static final Memory LITTLE = new Memory(1 << 20, 16L << 30);
    private static final Memory PLENTY = new Memory(8L << 30, 16L << 30);

    private FarSide far;
    private Door way;

    @Override
    @BeforeEach
    void open() throws TimeoutException {
        try {
            far =
                    FarSide.plain((_, wire) ->
                            wire.stream()
                                    .body(opening())
                                    .body(Completion.text("It turns once a "))
                                    .body(Completion.text("month."))
                                    .body(finish("stop"))
                                    .body(usage(30, 6))
                                    .body(DONE)
                                    .end());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        stage = FxToolkit.registerStage(Stage::new);
        Profile kept = Profile.open(profile);
        way = door(kept);
        openWith(kept, LITTLE);
    }

    private void openWith(Profile kept, Memory memory) {
        Desk desk = Desk.in(kept, memory, Optional.of(borrowing(kept)));
        opened = onFx(() -> Opened.over(desk, stage, new PolicyState.None()));
        feed(new EngineState.Ready("starter"));
    }

    private void reopenWith(Memory memory) throws TimeoutException {
        super.close();
        way.close();
        stage = FxToolkit.registerStage(Stage::new);
        Profile kept = Profile.open(profile);
        way = door(kept);
        openWith(kept, memory);
    }

    private static Door door(Profile kept) {
        try {
            return Door.by(
                    Route.SYSTEM,
                    Limits.USUAL,
                    kept.ledger(),
                    () -> new Rules(Settings.DEFAULT.borrowing(), Policy.OPEN));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Borrowing borrowing(Profile kept) {
        Lender lender =
                new Lender(
                        "one",
                        new FarModel(
                                "Far side",
                                far.base(),
                                "far-1",
                                FarModel.Dialect.COMPATIBLE,
                                Optional.empty(),
                                8_000),
                        Lender.Whose.CLOUD,
                        Optional.of(
                                new Price(
                                        new BigDecimal("2"),
                                        new BigDecimal("8"),
                                        LocalDate.of(2026, 11, 1))));
        return new Borrowing(
                () -> List.of(lender),
                way,
                new Spending(kept.ledger(), InstantSource.system(), ZoneOffset.UTC),
                "DE",
                _ -> {});
    }

    @AfterEach
    @Override
    void close() {
        way.close();
        TwoLogs.of(opened.desk().profile().ledger().rows(), far).assertEqual();
        super.close();
        try {
            far.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private List<Segment> lastReply() {
        return opened.desk()
                .profile()
                .conversations()
                .messages(stored().getFirst().id())
                .getLast()
                .segments();
    }

    @Test
    void thePersonSeesWhatLeavesAndToWhomAndSaysYes() {
        ask("Write to anna@example.org about the moon");
        until(() -> shows("#consent-card"));
        assertEquals("Borrow a cloud model for this answer?", text("#consent-title"));
        assertTrue(text("#consent-why").contains("Nothing has left yet."), text("#consent-why"));
        assertTrue(text("#consent-to").contains("To 127.0.0.1, model far-1"), text("#consent-to"));
        assertTrue(text("#consent-to").contains("not encrypted on the way"));
        robot.clickOn("#consent-show");
        assertEquals("You:\nWrite to [EMAIL_1] about the moon", text("#consent-exact"));
        assertEquals(0, far.connections());
        robot.clickOn("#consent-send");
        until(() -> text("#answer-text").equals("It turns once a month.") && !shows("#stop"));
        assertFalse(shows("#consent-card"));
        assertEquals("Borrowed from Far side", text("#here"));
        assertTrue(text("#borrowed-line").startsWith("Borrowed from Far side, because memory is"));
        robot.clickOn("#why");
        assertTrue(text("#why-text").contains("left this device, after you agreed"));
        assertEquals(List.of(new Segment(Source.BORROWED, "It turns once a month.")), lastReply());
    }

    @Test
    void escapeStaysHereAndTheQuestionIsKept() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#consent-card") && text("#facts").startsWith("Not answered"));
        assertEquals(0, far.connections());
        assertEquals(List.of(), lastReply());
    }

    /// Enter, meant for the composer, sends nothing.
    @Test
    void enterOnTheSheetSendsNothing() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertTrue(shows("#consent-card"));
        assertEquals(0, far.connections());
    }

    @Test
    void theSheetIsReachedByTheKeyboardAlone() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        for (int i = 0; i < 10 && !robot.lookup("#consent-send").query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        until(() -> text("#answer-text").equals("It turns once a month."));
    }

    @Test
    void anAnswerThatIsHandedOverShowsBothParts() throws Exception {
        reopenWith(PLENTY);
        String begun = "The moon is near and it shines at night. ".repeat(12) + "It turns once a ";
        ask("Moon");
        opened.desk().engine().write(begun);
        until(() -> text("#answer-text").equals(begun));
        opened.desk()
                .engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.WorkerDied(EngineFailure.Stage.WRITE, 137)));
        until(() -> shows("#consent-card"));
        assertFalse(shows("#notice"), "nobody goes on yet");
        robot.clickOn("#consent-send");
        until(() -> !shows("#stop") && text("#here").equals("Here and borrowed from Far side"));
        assertTrue(text("#notice").endsWith("; the answer went on."), text("#notice"));
        assertEquals(
                List.of(new Segment(Source.HERE, begun), new Segment(Source.BORROWED, "month.")),
                lastReply());
        assertEquals(2, robot.lookup("#answer-text").queryAll().size());
    }
}
