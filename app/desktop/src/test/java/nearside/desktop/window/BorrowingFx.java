package nearside.desktop.window;

import static nearside.farside.Completion.DONE;
import static nearside.farside.Completion.finish;
import static nearside.farside.Completion.opening;
import static nearside.farside.Completion.usage;

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
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/// The real window over a real profile with little memory, and a real far side on the loopback.
abstract class BorrowingFx extends WindowFx {
    static final Memory LITTLE = new Memory(1 << 20, 16L << 30);
    static final Memory PLENTY = new Memory(8L << 30, 16L << 30);

    FarSide far;

    /// What the far side writes next; the moon afterwards.
    final Queue<String> replies = new ConcurrentLinkedQueue<>();

    private Door way;

    @Override
    @BeforeEach
    void open() throws TimeoutException {
        try {
            far =
                    FarSide.plain((_, wire) -> {
                        wire.stream().body(opening());
                        for (String piece : reply()) {
                            wire.body(Completion.text(piece));
                        }
                        wire.body(finish("stop")).body(usage(30, 6)).body(DONE).end();
                    });
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        stage = FxToolkit.registerStage(Stage::new);
        Profile kept = Profile.open(profile);
        way = door(kept);
        openWith(kept, LITTLE);
    }

    private List<String> reply() {
        String next = replies.poll();
        return next == null ? List.of("It turns once a ", "month.") : List.of(next);
    }

    private void openWith(Profile kept, Memory memory) {
        Desk desk = Desk.in(kept, memory, Optional.of(borrowing(kept)));
        opened = onFx(() -> Opened.over(desk, stage, new PolicyState.None()));
        feed(new EngineState.Ready("starter"));
    }

    void reopenWith(Memory memory) throws TimeoutException {
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
}
