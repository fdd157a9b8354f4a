package nearside.desktop.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.FarModel.Dialect;
import nearside.copilot.borrow.Lender.Whose;
import nearside.copilot.borrow.PriceTable;
import nearside.desktop.borrow.FarFormViewModel.KeyStanding;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a person types becomes a far model, and a kept key goes nowhere else.
final class FarFormViewModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private final FarFormViewModel form = form(Policy.OPEN);

    private static FarFormViewModel form(Policy policy) {
        return new FarFormViewModel(policy, PriceTable.shipped(), () -> TODAY);
    }

    private static FarEntry kept() {
        return new FarEntry(
                "7",
                "Far",
                FarEntry.Whose.CLOUD,
                new FarEntry.Door(
                        URI.create("https://far.example/v1"),
                        FarEntry.Header.BEARER,
                        Optional.of(new FarEntry.Secret("sk-kept"))),
                new FarEntry.Model("far-1", FarEntry.Dialect.COMPATIBLE, 8_000),
                Optional.of(new FarEntry.Price(new BigDecimal("0.5"), BigDecimal.ONE, TODAY)));
    }

    private Optional<FarEntry> entry() {
        return form.entry(() -> "fresh");
    }

    private Optional<String> secret() {
        return entry().flatMap(it -> it.door().secret()).map(FarEntry.Secret::value);
    }

    @Test
    void aNewOneIsKeptAsItWasTyped() {
        form.begin();
        form.take(Preset.OLLAMA);
        form.name.set(" Tower ");
        form.model.set("qwen");
        form.window.set("8,192");
        assertEquals(
                Optional.of(
                        new FarEntry(
                                "fresh",
                                "Tower",
                                FarEntry.Whose.MY_DEVICE,
                                new FarEntry.Door(
                                        URI.create("http://127.0.0.1:11434/v1"),
                                        FarEntry.Header.BEARER,
                                        Optional.empty()),
                                new FarEntry.Model("qwen", FarEntry.Dialect.COMPATIBLE, 8_192),
                                Optional.empty())),
                entry());
    }

    @Test
    void aPresetFillsWhatIsUsual() {
        form.begin();
        form.take(Preset.AZURE);
        assertEquals(Whose.CLOUD, form.whose.get());
        assertEquals(Dialect.OPENAI, form.dialect.get());
        assertTrue(form.address.get().contains("azure"));
    }

    @Test
    void oneThatIsChangedStaysTheSameOne() {
        form.begin(kept());
        assertTrue(form.isChange());
        assertEquals(Optional.of(kept()), entry());
    }

    @Test
    void aKeptKeyIsNeverShown() {
        form.begin(kept());
        assertEquals("", form.key.get());
        assertEquals(KeyStanding.KEPT, form.keyStanding().get());
    }

    @Test
    void aKeyIsReplacedByWhatIsTyped() {
        form.begin(kept());
        form.key.set(" sk-new ");
        assertEquals(Optional.of("sk-new"), secret());
    }

    @Test
    void anotherServerGetsNoKey() {
        form.begin(kept());
        form.address.set("https://other.example/v1");
        assertEquals(KeyStanding.FOR_ANOTHER_SERVER, form.keyStanding().get());
        assertEquals(Optional.empty(), secret());
        form.address.set("https://far.example/v2");
        assertEquals(KeyStanding.KEPT, form.keyStanding().get());
        assertEquals(Optional.of("sk-kept"), secret());
    }

    @Test
    void aForgottenKeyIsGone() {
        form.begin(kept());
        form.forgetKey();
        assertEquals(KeyStanding.NONE, form.keyStanding().get());
        assertEquals(Optional.empty(), secret());
    }

    @Test
    void whatIsKnownFillsThePriceAndTheWindow() {
        form.begin();
        form.model.set("gpt-5-mini");
        assertEquals("0.25", form.price.usdIn.get());
        assertEquals("0.025", form.price.usdCached.get());
        assertEquals("400000", form.window.get());
        assertTrue(form.price.source().get().isPresent());
        form.model.set("gpt-5-minimal");
        assertEquals("", form.price.usdIn.get());
        assertEquals("", form.price.usdCached.get());
        assertEquals(Optional.empty(), form.price.source().get());
    }

    @Test
    void aTypedPriceIsOfTodayAndStays() {
        form.begin();
        form.price.usdIn.set("1");
        assertEquals("2026-12-01", form.price.asOf.get());
        form.price.usdOut.set("3");
        form.model.set("gpt-5-mini");
        assertEquals("1", form.price.usdIn.get());
        form.begin();
        form.model.set("gpt-5-mini");
        form.price.usdCached.set("0.2");
        assertEquals("2026-12-01", form.price.asOf.get());
        assertEquals(Optional.empty(), form.price.source().get());
    }

    @Test
    void flawsAreToldAndNothingIsKept() {
        form.begin();
        form.take(Preset.OTHER);
        assertEquals(Optional.empty(), entry());
        assertEquals(4, form.flaws().size());
        form.begin();
        assertEquals(List.of(), form.flaws());
    }

    @Test
    void plainTalkIsWarnedOf() {
        form.begin();
        form.address.set("http://far.example/v1");
        assertTrue(form.readable().get());
        form.address.set("http://192.168.1.2/v1");
        assertFalse(form.readable().get());
    }

    @Test
    void thePolicysServersAreTheOnlyOnes() {
        Policy policy =
                new Policy(
                        Policy.Network.ALLOWED,
                        new Policy.Cloud(
                                Policy.Use.ALLOWED,
                                Optional.of(List.of(new Endpoint("https", "work.example", 443))),
                                Policy.OPEN.cloud().caps()),
                        Policy.OPEN.models(),
                        Policy.OPEN.export(),
                        Policy.OPEN.retention(),
                        Policy.OPEN.route(),
                        Policy.OPEN.runtime());
        FarFormViewModel restricted = form(policy);
        restricted.begin(kept());
        assertEquals(Optional.empty(), restricted.entry(() -> "fresh"));
        assertEquals(
                List.of(new Flaw(Flaw.Field.ADDRESS_BY_POLICY, "far.example")), restricted.flaws());
        restricted.address.set("https://work.example/v1");
        assertTrue(restricted.entry(() -> "fresh").isPresent());
    }

    @Test
    void whatWasTypedIsGoneWhenItIsLeft() {
        form.begin(kept());
        form.key.set("sk-half");
        form.cancel();
        assertEquals("", form.key.get());
        assertFalse(form.open().get());
        assertFalse(form.isChange());
    }
}
