package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.cloud.download.DownloadFailure;
import nearside.cloud.download.Hub;
import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.CatalogueKey;
import nearside.copilot.catalogue.CatalogueReader;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.InForce.Nothing;
import nearside.copilot.catalogue.InForce.Offers;
import nearside.copilot.catalogue.SignatureFile;
import nearside.desktop.offline.Standing;
import nearside.hubside.Content;
import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Served;
import nearside.hubside.Turn;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.ledger.LedgerEvent;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A company's catalogue at an address, asked for by the real door with the real ledger.
class FetchedCatalogueTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final CatalogueFolder OWN = new CatalogueFolder(MODELS);
    private static final Offers EMPTY = new Offers(List.of());

    @TempDir private Path folder;
    private HubSide hub;
    private KeyPair pair;

    @BeforeEach
    void open() throws Exception {
        hub = HubSide.of(HubContent.of("o/n", Map.of("a", Content.of("a")), 100));
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    private void publish(byte[] catalogue, byte[] signature) throws IOException {
        hub.put("/near/catalogue.json", catalogue);
        hub.put("/near/catalogue.json.sig", signature);
    }

    private void publish(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        publish(bytes, SignatureFile.of(bytes, pair.getPrivate()));
    }

    private static String issue(int serial) {
        return "{\"format\": 1, \"serial\": %d, \"issued\": \"2026-01-31\", \"models\": []}"
                .formatted(serial);
    }

    private URI base() {
        return hub.base().resolve("/near/");
    }

    private Policy policy(Policy.Network network, Optional<String> key) {
        Policy open = Policy.OPEN;
        return new Policy(
                network,
                open.cloud(),
                new Policy.Models(
                        Optional.of(new Policy.Place.Address(base())),
                        key,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                open.export(),
                open.retention(),
                open.route(),
                open.runtime());
    }

    private Policy keyed() {
        return policy(Policy.Network.ALLOWED, Optional.of(CatalogueKey.text(pair.getPublic())));
    }

    private Policy unkeyed() {
        return policy(Policy.Network.ALLOWED, Optional.empty());
    }

    private void mode(Settings.Mode mode) {
        var _ = new SettingsFile(folder).change(old -> old.with(old.borrowing().with(mode)));
    }

    /// By a start of its own.
    private InForce start(Policy policy) {
        try (Profile profile = Profile.open(folder);
                WayOut out =
                        WayOut.of(
                                profile,
                                new SettingsFile(folder),
                                policy,
                                Standing.LocalFirst::new)) {
            return KeptCatalogues.in(folder, OWN).inForce(policy.models(), out.catalogues());
        }
    }

    private List<String> asked() {
        return hub.log().stream().map(Served::target).toList();
    }

    private List<LedgerEvent> ledger() {
        try (Profile profile = Profile.open(folder)) {
            return profile.ledger().rows().stream().map(it -> it.event()).toList();
        }
    }

    private static Nothing nothing(CatalogueFault fault) {
        return new Nothing(fault);
    }

    @Test
    void whatTheCompanySignedCountsAndTheLedgerHasIt() throws Exception {
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
        assertEquals(List.of("/near/catalogue.json", "/near/catalogue.json.sig"), asked());
        List<LedgerEvent> rows = ledger();
        assertEquals(
                new LedgerEvent.Began(hub.base().toString(), "CATALOGUE", "POLICY", "", List.of()),
                rows.getFirst());
        LedgerEvent.Ended ended = assertInstanceOf(LedgerEvent.Ended.class, rows.get(1));
        assertEquals(200, ended.status());
        assertEquals(0, ended.bytesOut());
        assertEquals(4, rows.size());
    }

    @Test
    void aLaterStartWithoutANetworkBelievesWhatCameBefore() throws Exception {
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
        int before = asked().size();
        mode(Settings.Mode.OFFLINE);
        assertEquals(EMPTY, start(keyed()));
        assertEquals(before, asked().size());
        mode(Settings.Mode.LOCAL_FIRST);
        hub.script(HubScript.always(Turn.Kind.EXTRA, new HubFault.Status(503, Optional.empty())));
        assertEquals(EMPTY, start(keyed()));
    }

    @Test
    void whoIsOfflineAsksNobody() throws Exception {
        publish(issue(7));
        Nothing offline =
                nothing(
                        new CatalogueFault.Unfetched(
                                new DownloadFailure.NotPermitted(hub.base().toString())));
        mode(Settings.Mode.OFFLINE);
        assertEquals(offline, start(keyed()));
        assertEquals(offline, start(unkeyed()));
        mode(Settings.Mode.LOCAL_FIRST);
        assertEquals(
                offline,
                start(
                        policy(
                                Policy.Network.OFFLINE,
                                Optional.of(CatalogueKey.text(pair.getPublic())))));
        assertEquals(List.of(), asked());
        assertEquals(List.of(), ledger());
    }

    @Test
    void whatWasChangedOnTheWayIsRefusedAlsoBesideWhatIsKept() throws Exception {
        byte[] signed = issue(7).getBytes(StandardCharsets.UTF_8);
        byte[] signature = SignatureFile.of(signed, pair.getPrivate());
        byte[] changed = issue(8).getBytes(StandardCharsets.UTF_8);
        publish(changed, signature);
        assertEquals(nothing(new CatalogueFault.BadSignature()), start(keyed()));
        publish(signed, signature);
        assertEquals(EMPTY, start(keyed()));
        publish(changed, signature);
        assertEquals(nothing(new CatalogueFault.BadSignature()), start(keyed()));
        mode(Settings.Mode.OFFLINE);
        assertEquals(EMPTY, start(keyed()));
    }

    @Test
    void whatIsKeptIsVerifiedAgainWhenItIsRead() throws Exception {
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
        mode(Settings.Mode.OFFLINE);
        Path kept = folder.resolve("catalogue-fetched");
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length - 3] ^= 1;
        Files.write(kept, bytes);
        assertEquals(nothing(new CatalogueFault.BadSignature()), start(keyed()));
    }

    /// Who puts an older pair, which was signed too, in place of the kept one.
    @Test
    void anOlderOneThatIsPutThereIsRefused() throws Exception {
        Path kept = folder.resolve("catalogue-fetched");
        publish(issue(6));
        assertEquals(EMPTY, start(keyed()));
        byte[] older = Files.readAllBytes(kept);
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
        Files.write(kept, older);
        mode(Settings.Mode.OFFLINE);
        assertEquals(nothing(new CatalogueFault.Outdated(6, 7)), start(keyed()));
    }

    @Test
    void anOlderIssueIsRefusedAndTheLaterOneStays() throws Exception {
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
        publish(issue(6));
        assertEquals(nothing(new CatalogueFault.Outdated(6, 7)), start(keyed()));
        mode(Settings.Mode.OFFLINE);
        assertEquals(EMPTY, start(keyed()));
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        publish(issue(7) + " ".repeat(CatalogueReader.MOST_BYTES));
        assertEquals(
                nothing(new CatalogueFault.TooLarge(CatalogueReader.MOST_BYTES)), start(keyed()));
    }

    @Test
    void withAKeyThereHasToBeOne() throws Exception {
        assertEquals(nothing(new CatalogueFault.Missing()), start(keyed()));
        publish(issue(7));
        assertEquals(EMPTY, start(keyed()));
    }

    @Test
    void withoutAKeyAnAddressWithoutOneIsAMirrorAlsoOffline() {
        InForce mirror = start(unkeyed());
        assertEquals(
                new Home.OnHub(new Hub(base(), List.of())), mirror.offered().getFirst().home());
        mode(Settings.Mode.OFFLINE);
        assertEquals(mirror, start(unkeyed()));
        assertEquals(List.of("/near/catalogue.json"), asked());
    }

    @Test
    void withoutAKeyTheProgramsOwnHasToFit() throws Exception {
        publish(issue(7));
        assertEquals(nothing(new CatalogueFault.BadSignature()), start(unkeyed()));
        publish(
                Files.readAllBytes(MODELS.resolve("catalogue.json")),
                Files.readAllBytes(MODELS.resolve("catalogue.json.sig")));
        assertInstanceOf(Offers.class, start(unkeyed()));
    }

    @Test
    void noPointerIsFollowed() throws Exception {
        publish(issue(7));
        URI elsewhere = hub.base().resolve("/near/catalogue.json.sig");
        hub.script(HubScript.once(Turn.Kind.EXTRA, new HubFault.RedirectTo(elsewhere)));
        assertEquals(
                nothing(
                        new CatalogueFault.Unfetched(
                                new DownloadFailure.Elsewhere(
                                        hub.base().toString(), elsewhere.toString()))),
                start(keyed()));
        assertEquals(List.of("/near/catalogue.json"), asked());
    }

    /// Nor does it bring back the program's own where it cannot be told.
    @Test
    void whoAnswersNothingOfUseBringsNothingBack() throws Exception {
        hub.script(HubScript.always(Turn.Kind.EXTRA, new HubFault.Status(500, Optional.empty())));
        for (Policy policy : Stream.of(keyed(), unkeyed()).toList()) {
            Nothing nothing = assertInstanceOf(Nothing.class, start(policy));
            assertInstanceOf(CatalogueFault.Unfetched.class, nothing.fault());
        }
    }

    @Test
    void withoutAPolicyNobodyIsAsked() {
        assertInstanceOf(Offers.class, start(Policy.OPEN));
        assertEquals(List.of(), asked());
        assertEquals(List.of(), ledger());
    }
}
