package nearside.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.borrow.Rules.Shut;
import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.offline.OfflineViewModel.Step;
import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.desktop.welcome.StayingViewModel.Choice;
import nearside.desktop.welcome.StayingViewModel.Stay;
import nearside.desktop.words.Words;
import nearside.storage.Settings.Mode;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The choice is bound to what is truly set: the far models, the mode, and the policy.
final class StayingViewModelTest {
    private static final Path SOURCE = Path.of("managed", "office.json");

    @TempDir Path folder;
    private final List<String> asked = new ArrayList<>();
    private Guest guest;
    private StayingViewModel staying;

    @BeforeEach
    void come() {
        guest = new Guest(folder);
        staying = listened();
    }

    private StayingViewModel listened() {
        StayingViewModel now = guest.welcome.staying();
        now.onSetUp(() -> asked.add("set up"));
        return now;
    }

    private void comeTo(PolicyState policy, Standing standing) {
        guest.close();
        guest = new Guest(folder, policy, standing);
        staying = listened();
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    private void keepOne() {
        guest.profile
                .farModels()
                .keep(
                        new FarEntry(
                                "1",
                                "Far",
                                FarEntry.Whose.CLOUD,
                                new FarEntry.Door(
                                        URI.create("https://far.example/v1"),
                                        FarEntry.Header.BEARER,
                                        Optional.empty()),
                                new FarEntry.Model("far-1", FarEntry.Dialect.OPENAI, 9_000),
                                Optional.empty()));
        guest.borrow.refresh();
        guest.ui.run();
    }

    @Test
    void onABareProfileEverythingStaysHere() {
        assertEquals(new Stay.NothingSetUp(), staying.stay().get());
        assertEquals(Choice.HERE, StayingViewModel.choice(staying.stay().get()));
        staying.choose(Choice.HERE);
        guest.ui.run();
        assertEquals(List.of(), guest.shutter.wished());
    }

    @Test
    void whoMayBorrowSetsAFarModelUpFirst() {
        staying.choose(Choice.MAY_ASK);
        assertEquals(List.of("set up"), asked);
        assertEquals(new Stay.NothingSetUp(), staying.stay().get());
        keepOne();
        assertEquals(new Stay.MayAsk(Asking.EACH_TIME), staying.stay().get());
        staying.choose(Choice.MAY_ASK);
        assertEquals(List.of("set up"), asked);
    }

    @Test
    void everythingStaysHereAgainByGoingOffline() {
        keepOne();
        staying.choose(Choice.HERE);
        guest.ui.run();
        assertEquals(
                new Stay.IsOffline(new Offline(new Enforcer.Sealed(), Wish.PERSON)),
                staying.stay().get());
        assertEquals(Mode.OFFLINE, guest.settings.read().borrowing().mode());
    }

    @Test
    void theWayBackFromASealIsAskedAbout() {
        comeTo(new PolicyState.None(), new Offline(new Enforcer.Sealed(), Wish.PERSON));
        staying.choose(Choice.MAY_ASK);
        assertEquals(Step.CONFIRM, guest.mode.step().get());
        assertEquals(List.of(), asked);
    }

    @Test
    void aPolicyLocksTheChoiceAndIsNamed() {
        comeTo(
                new PolicyState.Valid(Policy.STRICTEST, List.of(SOURCE)),
                new Offline(new Enforcer.Sealed(), Wish.POLICY));
        Stay locked = new Stay.Locked(Shut.OFFLINE_BY_POLICY, SOURCE.toString());
        assertEquals(locked, staying.stay().get());
        assertEquals(
                "Locked: a policy of this device keeps Nearside offline. " + SOURCE,
                new StayText(Words.of(Locale.ENGLISH)).of(locked));
        staying.choose(Choice.MAY_ASK);
        guest.ui.run();
        assertEquals(List.of(), asked);
        assertEquals(locked, staying.stay().get());
    }
}
