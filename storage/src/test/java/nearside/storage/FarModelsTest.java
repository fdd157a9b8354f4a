package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.FarModels.Move;
import nearside.storage.FarModels.Standing;
import nearside.storage.far.FarEntry;
import nearside.storage.far.FarEntry.Dialect;
import nearside.storage.far.FarEntry.Door;
import nearside.storage.far.FarEntry.Header;
import nearside.storage.far.FarEntry.Model;
import nearside.storage.far.FarEntry.Price;
import nearside.storage.far.FarEntry.Secret;
import nearside.storage.far.FarEntry.Whose;
import nearside.storage.vault.KeyRing;
import nearside.storage.vault.Place;
import nearside.storage.vault.RootKey;
import nearside.storage.vault.Sealer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Far models stay as a person set them up, and a key opens for its own server only.
class FarModelsTest {
    private static final Place WHOLE = new Place("far.models", "", "");
    private static final String SECRET = "key-of-the-tests";

    @TempDir Path folder;
    private Sealer sealer;

    @BeforeEach
    void open() throws IOException {
        sealer = sealer(RootKey.random());
    }

    private Sealer sealer(RootKey key) throws IOException {
        Path rings = Files.createTempDirectory(folder, "rings");
        return new Sealer(key, KeyRing.open(key, rings.resolve("keys"), rings.resolve("copy")));
    }

    @AfterEach
    void close() throws IOException {
        sealer.close();
    }

    private FarModels models() {
        return models(sealer);
    }

    private FarModels models(Sealer with) {
        return FarModels.in(folder, with, new TimeOrderedIds(InstantSource.system()));
    }

    private static FarEntry entry(String id, String address) {
        return new FarEntry(
                id,
                "Far " + id,
                Whose.CLOUD,
                new Door(URI.create(address), Header.API_KEY, Optional.of(new Secret(SECRET))),
                new Model("far-1", Dialect.OPENAI, 128_000),
                Optional.of(
                        new Price(
                                new BigDecimal("0.25"),
                                new BigDecimal("2.00"),
                                LocalDate.of(2026, 11, 29),
                                Optional.of(new BigDecimal("0.025")))));
    }

    private static FarEntry own(String id) {
        return new FarEntry(
                id,
                "Own",
                Whose.MY_DEVICE,
                new Door(URI.create("http://127.0.0.1:11434/v1"), Header.BEARER, Optional.empty()),
                new Model("qwen", Dialect.COMPATIBLE, 8_192),
                Optional.empty());
    }

    private Path file(String ending) {
        return folder.resolve("far-models" + ending);
    }

    private List<String> order() {
        return models().all().stream().map(FarEntry::id).toList();
    }

    @Test
    void thereAreNoneAtFirst() {
        assertEquals(List.of(), models().all());
        assertEquals(Standing.SOUND, models().standing());
    }

    @Test
    void whatWasSetUpIsThereAfterAStart() {
        models().keep(entry("1", "https://far.example/v1?api-version=2"));
        models().keep(own("2"));
        assertEquals(
                List.of(entry("1", "https://far.example/v1?api-version=2"), own("2")),
                models().all());
    }

    @Test
    void oneIsChangedInItsPlaceMovedAndLetGo() {
        FarModels models = models();
        for (String id : List.of("1", "2", "3")) {
            models.keep(own(id));
        }
        models.keep(entry("2", "https://far.example"));
        assertEquals(entry("2", "https://far.example"), models.all().get(1));
        models.move("3", Move.UP);
        models.move("1", Move.UP);
        models.move("gone", Move.DOWN);
        assertEquals(List.of("1", "3", "2"), order());
        models.move("1", Move.DOWN);
        models.move("2", Move.DOWN);
        assertEquals(List.of("3", "1", "2"), order());
        models.remove("1");
        models.remove("1");
        assertEquals(List.of("3", "2"), order());
    }

    @Test
    void everyIdIsNew() {
        FarModels models = models();
        assertNotEquals(models.freshId(), models.freshId());
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        models().keep(entry("1", "https://far.example"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))));
        assertFalse(Files.readString(file("")).contains("far.example"));
        try (Sealer other = sealer(RootKey.random())) {
            FarModels foreign = models(other);
            assertEquals(List.of(), foreign.all());
            assertEquals(Standing.LOST, foreign.standing());
        }
    }

    /// Not even inside of the sealed file does a key stand as it is.
    @Test
    void aKeyIsSealedOnItsOwn() throws IOException {
        models().keep(entry("1", "https://far.example"));
        assertFalse(inside().contains(SECRET));
        assertTrue(inside().contains("far.example"));
    }

    private String inside() throws IOException {
        byte[] sealed = Base64.getDecoder().decode(Files.readString(file("")).strip());
        return sealer.text(WHOLE, sealed).orElseThrow();
    }

    private void write(String json) throws IOException {
        Files.writeString(
                file(""), Base64.getEncoder().encodeToString(sealer.seal(WHOLE, json)) + "\n");
    }

    /// Who can write the file, key and all, still sends nobody's key to a server of his own.
    @Test
    void aKeyOpensForNoOtherServer() throws IOException {
        for (String other :
                List.of(
                        "https://evil.example",
                        "http://far.example",
                        "https://far.example:8443",
                        "https://far.example.evil.example")) {
            models().keep(entry("1", "https://far.example/v1"));
            write(inside().replace("https://far.example/v1", other));
            FarEntry changed = models().all().getFirst();
            assertEquals(URI.create(other), changed.door().address());
            assertEquals(Optional.empty(), changed.door().secret(), other);
        }
    }

    @Test
    void aKeyOpensForNoOtherEntry() throws IOException {
        models().keep(entry("1", "https://far.example/v1"));
        write(inside().replace("\"id\":\"1\"", "\"id\":\"2\""));
        assertEquals(Optional.empty(), models().all().getFirst().door().secret());
    }

    @Test
    void anotherPathOfTheSameServerKeepsTheKeyAndAnotherServerDoesNot() {
        Door door = entry("1", "https://far.example/v1").door();
        assertEquals(
                Optional.of(new Secret(SECRET)),
                door.at(URI.create("https://far.example:443/v2")).secret());
        assertEquals(Optional.empty(), door.at(URI.create("http://far.example/v1")).secret());
        assertFalse(door.toString().contains(SECRET));
    }

    @Test
    void aDamagedFileFallsBackToTheVersionBefore() throws IOException {
        models().keep(own("1"));
        models().keep(own("2"));
        byte[] whole = Files.readAllBytes(file(""));
        for (int at = 0; at < whole.length - 1; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file(""), changed);
            assertEquals(List.of("1"), order(), "changed at " + at);
            assertEquals(Standing.PREVIOUS, models().standing());
        }
        assertTrue(Files.exists(file(".damaged")));
        models().keep(own("3"));
        assertEquals(List.of("1", "3"), order());
        assertEquals(Standing.SOUND, models().standing());
    }

    @Test
    void nothingIsThrownWhenNoVersionCanBeRead() throws IOException {
        models().keep(own("1"));
        models().keep(own("2"));
        for (String text : List.of("", "noise", "AAAA", "\0\1\2", "[]".repeat(1_000))) {
            Files.writeString(file(""), text);
            Files.writeString(file(".previous"), text);
            assertEquals(List.of(), models().all());
            assertEquals(Standing.LOST, models().standing());
        }
        for (String json :
                List.of("{}", "[]", "{\"format\":9,\"models\":[]}", "{\"format\":1}", "null")) {
            write(json);
            assertEquals(List.of(), models().all(), json);
        }
        assertTrue(Files.exists(file(".damaged")));
        models().keep(own("3"));
        assertEquals(List.of("3"), order());
    }

    /// Not in the version before either.
    @Test
    void aKeyThatWasLetGoStaysNowhere() throws IOException {
        models().keep(entry("1", "https://far.example"));
        models().remove("1");
        for (String ending : List.of("", ".previous")) {
            byte[] sealed = Base64.getDecoder().decode(Files.readString(file(ending)).strip());
            assertFalse(sealer.text(WHOLE, sealed).orElseThrow().contains("\"key\""), ending);
        }
    }

    @Test
    void aProfileHasThemAndItsBackupsDoNot() throws IOException {
        Path home = folder.resolve("profile");
        try (Profile profile = Profile.open(home)) {
            profile.farModels().keep(entry("1", "https://far.example"));
            profile.backups().keep();
        }
        try (Profile profile = Profile.open(home);
                var files = Files.list(home.resolve("backups"))) {
            assertEquals(List.of(entry("1", "https://far.example")), profile.farModels().all());
            assertTrue(files.noneMatch(it -> it.getFileName().toString().contains("far")));
        }
    }
}
