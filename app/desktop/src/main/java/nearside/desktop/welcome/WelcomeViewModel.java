package nearside.desktop.welcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.desktop.borrow.BorrowViewModel;
import nearside.desktop.device.Sample;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.trouble.Explain;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.desktop.words.Words;
import nearside.storage.Settings;
import nearside.storage.Settings.Welcome;
import nearside.storage.SettingsFile;
import nearside.storage.policy.PolicyState;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a new person is shown beside the first questions, until it is put away. Lives on the UI
/// thread.
public final class WelcomeViewModel {
    /// One part of the memory so large must come or go before models are looked at anew.
    private static final int MOVED_PART = 20;

    private final SettingsFile settings;
    private final Background background;
    private final AbilityViewModel ability;
    private final GettingViewModel getting;
    private final StayingViewModel staying;
    private final ReadOnlyBooleanWrapper shown;
    private Optional<Sample> seen = Optional.empty();

    /// What stands behind it.
    ///
    /// @param quick keeps what is changed
    /// @param slow looks at models
    public record Behind(
            Models models,
            Orchestrator orchestrator,
            Computing computing,
            Supplier<InForce> shop,
            SettingsFile settings,
            Background quick,
            Background slow) {}

    /// The rooms that it leads to.
    public record Beside(
            ModelsViewModel models,
            DownloadsViewModel downloads,
            OfflineViewModel mode,
            BorrowViewModel borrow) {}

    /// One over real rooms.
    ///
    /// @param now the settings as they were read before the window
    public static WelcomeViewModel of(
            Settings now, PolicyState policy, Behind behind, Beside beside, Words words) {
        AbilityViewModel ability =
                new AbilityViewModel(
                        behind.models(),
                        behind.orchestrator(),
                        behind.computing(),
                        behind.shop(),
                        behind.slow(),
                        new AbilityText(words, new Explain(words)));
        beside.models().status().subscribe(ability::engineIs);
        return new WelcomeViewModel(
                now,
                behind.settings(),
                behind.quick(),
                ability,
                new GettingViewModel(
                        new GettingViewModel.Behind(behind.models(), behind.shop()),
                        new GettingViewModel.Beside(
                                beside.models(), beside.downloads(), beside.mode()),
                        behind.slow(),
                        new GettingText(words)),
                new StayingViewModel(beside.borrow(), beside.mode(), source(policy)));
    }

    /// The files that a policy stands in; what is wrong with them is told elsewhere.
    private static String source(PolicyState policy) {
        return switch (policy) {
            case PolicyState.None _, PolicyState.Restricted _ -> "";
            case PolicyState.Valid(var _, var files) ->
                    files.stream().map(Path::toString).collect(Collectors.joining(", "));
        };
    }

    WelcomeViewModel(
            Settings now,
            SettingsFile settings,
            Background background,
            AbilityViewModel ability,
            GettingViewModel getting,
            StayingViewModel staying) {
        this.settings = settings;
        this.background = background;
        this.ability = ability;
        this.getting = getting;
        this.staying = staying;
        shown = new ReadOnlyBooleanWrapper(now.welcome() == Welcome.SHOWN);
    }

    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    public AbilityViewModel ability() {
        return ability;
    }

    public GettingViewModel getting() {
        return getting;
    }

    public StayingViewModel staying() {
        return staying;
    }

    /// Puts it away for good.
    public void skip() {
        keep(Welcome.PUT_AWAY);
    }

    /// Shows it again, until it is put away once more.
    public void showAgain() {
        keep(Welcome.SHOWN);
        refresh();
    }

    private void keep(Welcome next) {
        shown.set(next == Welcome.SHOWN);
        background.tell(() -> settings.change(old -> old.with(next)));
    }

    /// Reads anew what it says, if anybody sees it.
    public void refresh() {
        if (shown.get()) {
            ability.refresh();
            getting.refresh();
        }
    }

    /// The memory that is free is this now.
    public void memoryIs(Sample sample) {
        boolean moved =
                seen.filter(before ->
                                Math.abs(before.freeBytes() - sample.freeBytes())
                                        < sample.totalBytes() / MOVED_PART)
                        .isEmpty();
        if (moved) {
            seen = Optional.of(sample);
            refresh();
        }
    }
}
