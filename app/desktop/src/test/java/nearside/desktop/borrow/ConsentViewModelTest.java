package nearside.desktop.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.borrow.ConsentViewModel.Remark;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.Limits;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/// Who is asked is a setting that the person changes, under the policy.
final class ConsentViewModelTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private SettingsFile settings;
    private ConsentViewModel consent;

    @BeforeEach
    void open() {
        settings = new SettingsFile(folder);
        consent = under(Policy.OPEN);
    }

    private ConsentViewModel under(Policy policy) {
        ConsentViewModel made =
                new ConsentViewModel(
                        settings,
                        policy,
                        new Background(
                                Runnable::run,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure);
                                }));
        made.refresh();
        ui.run();
        return made;
    }

    private Borrowing kept() {
        return settings.read().borrowing();
    }

    @Test
    void theUsualIsToAsk() {
        assertEquals(Asking.EACH_TIME, consent.asking().get());
        assertEquals("4000", consent.tokens.get());
        assertEquals("0.5", consent.usd.get());
    }

    @Test
    void aChoiceIsKeptAtOnce() {
        consent.choose(Asking.WITHIN_LIMITS);
        ui.run();
        assertEquals(Consent.WITHIN_LIMITS, kept().consent());
        assertEquals(Asking.WITHIN_LIMITS, consent.asking().get());
        assertEquals(Asking.WITHIN_LIMITS, under(Policy.OPEN).asking().get());
    }

    @Test
    void limitsAreKeptWhenTheyAreSome() {
        consent.tokens.set("6,000");
        consent.usd.set("1,25");
        consent.keepLimits();
        ui.run();
        assertEquals(new Limits(6_000, new BigDecimal("1.25")), kept().limits());
        assertEquals(Remark.KEPT, consent.remark().get());
    }

    @Test
    void otherLimitsAreNotKept() {
        Limits before = kept().limits();
        consent.tokens.set("many");
        consent.keepLimits();
        assertEquals(Remark.TOKENS, consent.remark().get());
        consent.tokens.set("10");
        consent.usd.set("-1");
        consent.keepLimits();
        assertEquals(Remark.USD, consent.remark().get());
        assertEquals(before, kept().limits());
    }

    @Test
    void aPolicyThatWantsAskingLeavesNoChoice() {
        consent.choose(Asking.WITHIN_LIMITS);
        ui.run();
        Policy asks =
                new Policy(
                        Policy.Network.ALLOWED,
                        new Policy.Cloud(
                                Policy.Use.ASK, Optional.empty(), Policy.OPEN.cloud().caps()),
                        Policy.OPEN.models(),
                        Policy.OPEN.export(),
                        Policy.OPEN.retention(),
                        Policy.OPEN.route(),
                        Policy.OPEN.runtime());
        ConsentViewModel forced = under(asks);
        assertTrue(forced.isForced());
        assertEquals(Asking.EACH_TIME, forced.asking().get());
        forced.choose(Asking.WITHIN_LIMITS);
        ui.run();
        assertEquals(Asking.EACH_TIME, forced.asking().get());
        assertEquals(Consent.WITHIN_LIMITS, kept().consent());
    }
}
