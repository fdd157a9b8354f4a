package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Download;
import nearside.cloud.download.Hub;
import nearside.cloud.download.Source;
import nearside.cloud.outbound.Origin;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;
import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.models.Models;
import nearside.desktop.downloads.Shops;
import nearside.hubside.HubContent;
import nearside.hubside.HubFault;
import nearside.hubside.HubScript;
import nearside.hubside.HubSide;
import nearside.hubside.Served;
import nearside.hubside.Turn;
import nearside.storage.Fetching;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// From which hub models come, by the settings and under a policy.
class SetHubTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String ID = "tiny";

    @TempDir private Path folder;
    private HubSide one;
    private HubSide two;

    @BeforeEach
    void open() throws IOException {
        HubContent tiny =
                HubContent.of(
                        MODELS.resolve("phi3-tiny-4k"), Shops.REPOSITORY, Shops.FOLDER, 100_000);
        one = HubSide.of(tiny);
        two = HubSide.of(tiny);
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
    }

    private void set(HubSide hub) {
        Fetching chosen =
                new Fetching(
                        Optional.of(hub.base().resolve("/")),
                        List.of(Endpoint.serving(hub.storage())),
                        OptionalInt.empty());
        var _ = new SettingsFile(folder).change(old -> old.with(chosen));
    }

    private static Getting from(Hub hub) {
        Source source = new Source(Shops.REPOSITORY, "main", Shops.FOLDER);
        return new Getting(ID, "Tiny", new Download.Wanted(hub, source, List.of()), 0);
    }

    private interface Use {
        void of(Downloads downloads) throws Exception;
    }

    private void with(Policy policy, Use use) throws Exception {
        SettingsFile settings = new SettingsFile(folder);
        try (Profile profile = Profile.open(folder);
                WayOut out =
                        WayOut.of(
                                profile,
                                settings,
                                policy,
                                nearside.desktop.offline.Standing.LocalFirst::new);
                Downloads downloads =
                        new Downloads(
                                new Models(
                                        MODELS.resolve("smollm2-135m-instruct-int4"),
                                        new ModelShelf(folder),
                                        settings),
                                out)) {
            use.of(downloads);
        }
    }

    private static List<Served> lists(HubSide hub) {
        return hub.log().stream().filter(it -> it.target().startsWith("/api/")).toList();
    }

    @Test
    void whatThePublicHubHasComesFromTheOneThatIsSet() throws Exception {
        set(one);
        with(
                Policy.OPEN,
                downloads -> {
                    downloads.get(from(Hub.PUBLIC));
                    assertEquals(new Standing.Here(ID), downloads.await(ID, LONG).standing());
                });
        assertEquals(1, lists(one).size());
    }

    @Test
    void aPolicyThatNamesAPlaceGoesBeforeIt() throws Exception {
        set(one);
        Policy.Models models =
                new Policy.Models(
                        Optional.of(new Policy.Place.Address(two.base().resolve("/"))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Policy open = Policy.OPEN;
        Policy policy =
                new Policy(
                        open.network(),
                        open.cloud(),
                        models,
                        open.export(),
                        open.retention(),
                        open.route(),
                        open.runtime());
        Hub company = new Hub(two.base().resolve("/"), List.of(Origin.of(two.storage())));
        with(
                policy,
                downloads -> {
                    downloads.get(from(company));
                    assertEquals(new Standing.Here(ID), downloads.await(ID, LONG).standing());
                });
        assertEquals(List.of(), one.log());
    }

    /// What one hub said of the files does not count at another, which is asked anew.
    @Test
    void whatWasBegunAtOneGoesOnAtTheOtherByItsOwnWord() throws Exception {
        set(one);
        one.script(
                HubScript.always(
                        Turn.Kind.STORAGE, new HubFault.Slow(1 << 14, Duration.ofMillis(5))));
        with(
                Policy.OPEN,
                downloads -> {
                    downloads.get(from(Hub.PUBLIC));
                    while (one.log().stream().noneMatch(it -> it.host() == Served.Host.STORAGE)) {
                        Thread.sleep(2);
                    }
                    downloads.pause(ID);
                    assertInstanceOf(Standing.Paused.class, downloads.await(ID, LONG).standing());
                    int before = one.log().size();
                    set(two);
                    downloads.goOn(ID);
                    assertEquals(new Standing.Here(ID), downloads.await(ID, LONG).standing());
                    assertEquals(before, one.log().size());
                });
        assertEquals(1, lists(two).size());
    }

    @Test
    void whatWasBegunGoesOnAtTheSameHubByWhatItSaidBefore() throws Exception {
        set(one);
        one.script(
                HubScript.always(
                        Turn.Kind.STORAGE, new HubFault.Slow(1 << 14, Duration.ofMillis(5))));
        with(
                Policy.OPEN,
                downloads -> {
                    downloads.get(from(Hub.PUBLIC));
                    while (one.log().stream().noneMatch(it -> it.host() == Served.Host.STORAGE)) {
                        Thread.sleep(2);
                    }
                    downloads.pause(ID);
                    var _ = downloads.await(ID, LONG);
                    one.script(HubScript.none());
                    downloads.goOn(ID);
                    assertEquals(new Standing.Here(ID), downloads.await(ID, LONG).standing());
                });
        assertEquals(1, lists(one).size());
    }

    /// A hub that sends downloads to a server that nobody named.
    @Test
    void aServerThatWasNotNamedIsNotAsked() throws Exception {
        var _ =
                new SettingsFile(folder)
                        .change(old ->
                                old.with(
                                        Fetching.USUAL.from(Optional.of(one.base().resolve("/")))));
        with(
                Policy.OPEN,
                downloads -> {
                    downloads.get(from(Hub.PUBLIC));
                    assertInstanceOf(Standing.Failed.class, downloads.await(ID, LONG).standing());
                });
        assertFalse(one.log().stream().anyMatch(it -> it.host() == Served.Host.STORAGE));
        assertTrue(one.log().size() > 2);
    }
}
