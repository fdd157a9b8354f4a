package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Hub;
import nearside.cloud.download.HubFile;
import nearside.cloud.download.Inspection.Finding;
import nearside.cloud.download.Source;
import nearside.copilot.catalogue.Entry;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.Licence;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Traits;
import nearside.copilot.catalogue.Variant;
import nearside.copilot.downloads.Trip.Standing;
import nearside.engine.accelerator.Provider;
import nearside.hubside.HubSide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// What is kept of where a model was fetched from, after it was fetched from a hub on this machine.
class ProvenanceTest {
    @TempDir Path profile;

    private Path fetched() throws Exception {
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched =
                        Fetched.from(
                                hub.base(),
                                hub.storage(),
                                profile,
                                Fetched.limits(Duration.ofSeconds(2)))) {
            return fetched.place(assertInstanceOf(Standing.Here.class, fetched.run()))
                    .orElseThrow();
        }
    }

    private static Offered offered(Source source, List<HubFile> pins) {
        Variant variant =
                new Variant(
                        Fetched.ID,
                        Provider.CPU,
                        Optional.empty(),
                        source,
                        pins.isEmpty() ? 1 : pins.stream().mapToLong(HubFile::size).sum(),
                        pins.stream()
                                .map(it -> new Variant.Pin(it.name(), it.size(), it.sum().hex()))
                                .toList());
        Entry entry =
                new Entry(
                        new Entry.Title("small", "Small", "Small", "A small model for tests."),
                        new Licence("MIT", Optional.empty()),
                        new Traits(List.of("en"), 4_096, 1_000, Optional.empty()),
                        List.of(variant));
        return new Offered(entry, variant, new Home.OnHub(Hub.PUBLIC));
    }

    private static Source at(String revision) {
        return new Source(Fetched.REPOSITORY, revision, Fetched.FOLDER);
    }

    @Test
    void theCommitAndTheSumsAreKept() throws Exception {
        Provenance kept = Provenance.of(fetched()).orElseThrow();
        assertEquals(at("main"), kept.plan().source());
        assertEquals(Published.tiny().content().commit(), kept.plan().revision());
        assertEquals(
                Published.tiny().names(),
                kept.plan().files().stream().map(HubFile::name).sorted().toList());
    }

    @Test
    void anotherRevisionAnotherPlaceOrOtherBytesAreNewer() throws Exception {
        Provenance kept = Provenance.of(fetched()).orElseThrow();
        assertFalse(kept.isOutdated(offered(at("main"), List.of())));
        assertTrue(kept.isOutdated(offered(at("0123456789".repeat(4)), List.of())));
        assertTrue(kept.isOutdated(offered(new Source("other/tiny", "main", "x"), List.of())));
        HubFile sha =
                kept.plan().files().stream()
                        .filter(it -> it.sum().hex().length() == 64)
                        .findFirst()
                        .orElseThrow();
        assertTrue(kept.isOutdated(offered(at("main"), List.of(sha))));
    }

    @Test
    void aCheckFindsWhatChangedAndWhatIsMissing() throws Exception {
        Path model = fetched();
        Provenance kept = Provenance.of(model).orElseThrow();
        AtomicLong read = new AtomicLong();
        assertInstanceOf(
                Finding.Whole.class, kept.inspection(model).run(read::addAndGet, () -> true));
        assertEquals(kept.plan().bytes(), read.get());
        assertInstanceOf(Finding.Stopped.class, kept.inspection(model).run(_ -> {}, () -> false));
        for (HubFile file : kept.plan().files()) {
            Path path = model.resolve(file.name());
            byte[] bytes = Files.readAllBytes(path);
            bytes[bytes.length - 1] ^= 1;
            Files.write(path, bytes);
            assertEquals(
                    new Finding.Changed(file), kept.inspection(model).run(_ -> {}, () -> true));
            bytes[bytes.length - 1] ^= 1;
            Files.write(path, bytes);
        }
        HubFile gone = kept.plan().files().getLast();
        Files.delete(model.resolve(gone.name()));
        assertEquals(new Finding.Missing(gone), kept.inspection(model).run(_ -> {}, () -> true));
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotThere() throws Exception {
        assertEquals(Optional.empty(), Provenance.of(profile.resolve("nowhere")));
        Files.writeString(profile.resolve(Provenance.FILE), "rubbish");
        assertEquals(Optional.empty(), Provenance.of(profile));
        Files.write(profile.resolve(Provenance.FILE), new byte[1 << 20]);
        assertEquals(Optional.empty(), Provenance.of(profile));
        Files.delete(profile.resolve(Provenance.FILE));
        Files.createSymbolicLink(
                profile.resolve(Provenance.FILE), fetched().resolve(Provenance.FILE));
        assertEquals(Optional.empty(), Provenance.of(profile));
    }
}
