package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Hub;
import nearside.copilot.catalogue.InForce.Nothing;
import nearside.storage.policy.Policy;
import nearside.storage.policy.Policy.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class CataloguesTest {
    private static final URI BASE = URI.create("https://models.example.com/near/");

    private final TestKey own = new TestKey();
    private final TestKey company = new TestKey();

    @TempDir private Path installed;
    @TempDir private Path share;

    private static void put(Path folder, String catalogue, TestKey key) throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), catalogue);
        Files.write(folder.resolve("catalogue.json.sig"), key.signature(catalogue));
    }

    private static Policy.Models policy(Place place, Optional<String> key) {
        return new Policy.Models(
                Optional.of(place), key, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Policy.Models share(Optional<String> key) {
        return policy(new Place.Folder(share), key);
    }

    private static Policy.Models address(Optional<String> key) {
        return policy(new Place.Address(BASE), key);
    }

    private Catalogues catalogues(Policy.Models policy, long least) {
        return new Catalogues(new CatalogueFolder(installed), own.publicKey(), policy, least);
    }

    private static List<String> ids(InForce inForce) {
        return assertInstanceOf(InForce.Offers.class, inForce).all().stream()
                .map(it -> it.variant().id())
                .toList();
    }

    private InForce fetched(Policy.Models policy, long least, String text, TestKey key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return catalogues(policy, least).inForce(bytes, key.signature(bytes));
    }

    @Test
    void theRealOneCountsWithoutAPolicy() {
        InForce inForce =
                new Catalogues(new CatalogueFolder(Samples.MODELS), Policy.Models.OPEN, 1)
                        .inForce();
        assertEquals("phi-3-mini-4k-cpu-int4", ids(inForce).getFirst());
    }

    @Test
    void withoutOneNothingCounts() {
        assertEquals(
                new Nothing(new CatalogueFault.Missing()),
                catalogues(Policy.Models.OPEN, 1).inForce());
    }

    @Test
    void withoutASignatureNothingCounts() throws IOException {
        put(installed, Samples.WHOLE, own);
        Files.delete(installed.resolve("catalogue.json.sig"));
        assertEquals(
                new Nothing(new CatalogueFault.BadSignature()),
                catalogues(Policy.Models.OPEN, 1).inForce());
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        Files.createDirectory(installed.resolve("catalogue.json"));
        assertEquals(
                new Nothing(new CatalogueFault.Unreadable()),
                catalogues(Policy.Models.OPEN, 1).inForce());
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws IOException {
        put(installed, Samples.WHOLE + " ".repeat(CatalogueReader.MOST_BYTES), own);
        assertEquals(
                new Nothing(new CatalogueFault.TooLarge(CatalogueReader.MOST_BYTES)),
                catalogues(Policy.Models.OPEN, 1).inForce());
    }

    @Test
    void aFolderHasItsOwnByItsOwnKey() throws IOException {
        put(installed, Samples.WHOLE, own);
        put(share, Samples.WHOLE.replace("tiny-cpu-int4", "theirs"), company);
        Catalogues catalogues = catalogues(share(Optional.of(company.text())), 1);
        assertEquals(Optional.empty(), catalogues.address());
        assertEquals(List.of("theirs"), ids(catalogues.inForce()));
        assertEquals(
                new Home.OnShare(share), catalogues.inForce().find("theirs").orElseThrow().home());
    }

    @Test
    void withoutAKeyTheProgramsOwnHasToFit() throws IOException {
        put(installed, Samples.WHOLE, own);
        put(share, Samples.WHOLE.replace("tiny-cpu-int4", "theirs"), company);
        assertEquals(
                new Nothing(new CatalogueFault.BadSignature()),
                catalogues(share(Optional.empty()), 1).inForce());
        put(share, Samples.WHOLE.replace("tiny-cpu-int4", "theirs"), own);
        assertEquals(List.of("theirs"), ids(catalogues(share(Optional.empty()), 1).inForce()));
    }

    @Test
    void aFolderWithoutACatalogueIsAMirror() throws IOException {
        put(installed, Samples.WHOLE, own);
        InForce inForce = catalogues(share(Optional.empty()), 1).inForce();
        assertEquals(new Home.OnShare(share), inForce.find("tiny-cpu-int4").orElseThrow().home());
    }

    @Test
    void anAddressIsFetchedFirst() throws IOException {
        put(installed, Samples.WHOLE, own);
        Catalogues catalogues = catalogues(address(Optional.empty()), 1);
        assertEquals(
                Optional.of(URI.create("https://models.example.com/near/catalogue.json")),
                catalogues.address());
        assertEquals(
                new Home.OnHub(new Hub(BASE, List.of())),
                catalogues.inForce().find("tiny-cpu-int4").orElseThrow().home());
        String theirs = Samples.WHOLE.replace("tiny-cpu-int4", "theirs");
        Policy.Models keyed = address(Optional.of(company.text()));
        assertEquals(List.of("theirs"), ids(fetched(keyed, 1, theirs, company)));
        assertEquals(
                new Nothing(new CatalogueFault.BadSignature()), fetched(keyed, 1, theirs, own));
    }

    @Test
    void aLaterIssueThatWasSeenIsNotForgotten() throws IOException {
        put(installed, Samples.WHOLE, own);
        Policy.Models keyed = address(Optional.of(company.text()));
        assertEquals(1, ids(fetched(keyed, 3, Samples.text(3), company)).size());
        assertEquals(
                new Nothing(new CatalogueFault.Outdated(3, 4)),
                fetched(keyed, 4, Samples.text(3), company));
    }

    /// An old issue of the program's own is refused even where nothing was ever fetched.
    @Test
    void whatIsToBeRememberedIsTheSerialOfWhatWasAccepted() throws IOException {
        put(installed, Samples.WHOLE, own);
        assertEquals(OptionalLong.empty(), catalogues(Policy.Models.OPEN, 1).serial());
        put(share, Samples.WHOLE, company);
        Policy.Models byKey = share(Optional.of(company.text()));
        assertEquals(OptionalLong.of(7), catalogues(byKey, 1).serial());
        assertEquals(OptionalLong.empty(), catalogues(byKey, 8).serial());
        assertEquals(OptionalLong.empty(), catalogues(share(Optional.of(own.text())), 1).serial());
        Policy.Models fetched = address(Optional.of(company.text()));
        byte[] bytes = Samples.WHOLE.getBytes(StandardCharsets.UTF_8);
        assertEquals(OptionalLong.empty(), catalogues(fetched, 1).serial());
        assertEquals(
                OptionalLong.of(7), catalogues(fetched, 1).serial(bytes, company.signature(bytes)));
        assertEquals(
                OptionalLong.empty(), catalogues(fetched, 1).serial(bytes, own.signature(bytes)));
    }

    @Test
    void theInstalledOneIsTheLeastOfItsKey() throws IOException {
        put(installed, Samples.text(7), own);
        assertEquals(
                new Nothing(new CatalogueFault.Outdated(6, 7)),
                fetched(address(Optional.empty()), 1, Samples.text(6), own));
        assertEquals(1, ids(fetched(address(Optional.empty()), 1, Samples.text(7), own)).size());
    }

    private static Fetched.Told told(String text, TestKey key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Fetched.Files(bytes, key.signature(bytes));
    }

    @Test
    void whatWasToldIsReadAgainAsItWasKept() {
        Fetched.Files files = (Fetched.Files) told(Samples.WHOLE, own);
        Fetched.Files again = (Fetched.Files) Fetched.Told.of(files.bytes());
        assertArrayEquals(files.catalogue(), again.catalogue());
        assertArrayEquals(files.signature(), again.signature());
        assertEquals(new Fetched.None(), Fetched.Told.of(new Fetched.None().bytes()));
        Fetched.Files line = (Fetched.Files) Fetched.Told.of(new byte[] {'x'});
        assertEquals(0, line.catalogue().length);
    }

    /// Of what is told now, what was told before, and nothing at all.
    @Test
    void whoTellsNothingLeavesWhatWasToldBefore() throws IOException {
        put(installed, Samples.WHOLE, own);
        Catalogues keyed = catalogues(address(Optional.of(company.text())), 1);
        Catalogues unkeyed = catalogues(address(Optional.empty()), 1);
        Fetched untold = new Fetched.Untold(new CatalogueFault.NoLedger());
        Nothing why = new Nothing(new CatalogueFault.NoLedger());
        String theirs = Samples.WHOLE.replace("tiny-cpu-int4", "theirs");

        assertEquals(why, keyed.inForce(untold, Optional.empty()));
        assertEquals(why, unkeyed.inForce(untold, Optional.empty()));
        assertEquals(
                List.of("theirs"), ids(keyed.inForce(untold, Optional.of(told(theirs, company)))));
        assertEquals(
                List.of("tiny-cpu-int4"),
                ids(unkeyed.inForce(untold, Optional.of(new Fetched.None()))));
        assertEquals(
                new Nothing(new CatalogueFault.Missing()),
                keyed.inForce(new Fetched.None(), Optional.of(told(theirs, company))));
        assertEquals(
                new Nothing(new CatalogueFault.BadSignature()),
                keyed.inForce(told(theirs, own), Optional.of(told(theirs, company))));
        assertEquals(
                new Nothing(new CatalogueFault.BadSignature()),
                keyed.inForce(untold, Optional.of(told(theirs, own))));
    }

    @Test
    void onlyWhatIsAcceptedIsKept() throws IOException {
        put(installed, Samples.WHOLE, own);
        Catalogues keyed = catalogues(address(Optional.of(company.text())), 7);
        assertTrue(keyed.keeps(told(Samples.text(7), company)));
        assertFalse(keyed.keeps(told(Samples.text(6), company)));
        assertFalse(keyed.keeps(told(Samples.text(7), own)));
        assertFalse(keyed.keeps(new Fetched.None()));
        assertTrue(catalogues(address(Optional.empty()), 7).keeps(new Fetched.None()));
        assertEquals(OptionalLong.of(7), keyed.serial(told(Samples.text(7), company)));
        assertEquals(OptionalLong.empty(), keyed.serial(told(Samples.text(6), company)));
        assertEquals(OptionalLong.empty(), keyed.serial(new Fetched.None()));
    }

    @Test
    void aWeakKeyBelievesNothing() throws IOException {
        put(installed, Samples.WHOLE, own);
        String zeros = "A".repeat(43) + "=";
        assertEquals(
                new Nothing(new CatalogueFault.WeakKey()),
                catalogues(share(Optional.of(zeros)), 1).inForce());
    }
}
