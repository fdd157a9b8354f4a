package nearside.hubside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class HubSideTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HubSide hub;

    @BeforeEach
    void open() throws IOException {
        hub = HubSide.of(Shelf.content());
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
    }

    @Test
    void listsAFolderWithTheIdsOfGit() throws Exception {
        String sha256 = Digests.sha256(Content.of(Shelf.bytes(Shelf.LARGE)));
        String pointer =
                "version https://git-lfs.github.com/spec/v1\noid sha256:"
                        + sha256
                        + "\nsize 200000\n";
        String expected =
                """
                [{"type":"directory","oid":"%s","size":0,"path":"cpu/int4/deeper"},
                {"type":"file","oid":"%s","size":18,"path":"cpu/int4/genai config.json"},
                {"type":"file","oid":"%s","size":200000,
                 "lfs":{"oid":"%s","size":200000,"pointerSize":%d},"path":"cpu/int4/model.onnx.data"}]
                """
                        .formatted(
                                Digests.other(Shelf.content().commit()),
                                Digests.gitBlob(Content.of(Shelf.SMALL)),
                                Digests.gitBlob(Content.of(pointer)),
                                sha256,
                                pointer.length());
        Received tree = Talk.get(Shelf.tree(hub));
        assertEquals(200, tree.status());
        assertEquals(JsonParser.parseString(expected), JsonParser.parseString(tree.body()));
        assertEquals(Optional.empty(), tree.header("X-Repo-Commit"));
    }

    @Test
    void gitsIdsAreThose() throws Exception {
        assertEquals(
                "3b18e512dba79e4c8300dd08aeb37f8e728b8dad",
                Digests.gitBlob(Content.of("hello world\n")));
        assertEquals("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", Digests.gitBlob(Content.of("")));
    }

    @Test
    void listsAllFoldersWhenAsked() throws Exception {
        URI all = hub.base().resolve("/api/models/owner/name-onnx/tree/main?recursive=true");
        List<String> paths =
                JsonParser.parseString(Talk.get(all).body()).getAsJsonArray().asList().stream()
                        .map(entry -> entry.getAsJsonObject().get("path").getAsString())
                        .toList();
        assertEquals(
                List.of(
                        "README.md",
                        "cpu/int4/deeper/note.txt",
                        "cpu/int4/genai config.json",
                        "cpu/int4/model.onnx.data"),
                paths);
    }

    @Test
    void smallFilesComeFromTheHub() throws Exception {
        Received small = Talk.get(Shelf.small(hub));
        assertEquals(200, small.status());
        assertEquals(Shelf.SMALL, small.body());
        assertEquals(
                Optional.of("\"" + Digests.gitBlob(Content.of(Shelf.SMALL)) + "\""),
                small.header("ETag"));
        assertEquals(Optional.of("bytes"), small.header("Accept-Ranges"));
        assertEquals(Optional.of(Shelf.content().commit()), small.header("X-Repo-Commit"));
    }

    @Test
    void largeFilesLieOnTheStorageHost() throws Exception {
        String sha256 = Digests.sha256(Content.of(Shelf.bytes(Shelf.LARGE)));
        Received redirect = Talk.get(Shelf.large(hub));
        assertEquals(302, redirect.status());
        assertEquals(Optional.of("\"" + sha256 + "\""), redirect.header("X-Linked-ETag"));
        assertEquals(Optional.of("200000"), redirect.header("X-Linked-Size"));
        assertEquals(Optional.of(Shelf.content().commit()), redirect.header("X-Repo-Commit"));
        URI place = URI.create(redirect.header("Location").orElseThrow());
        assertEquals(hub.storage().getPort(), place.getPort());
        assertNotEquals(hub.base().getPort(), place.getPort());
        Received stored = Talk.get(place);
        assertEquals(200, stored.status());
        assertEquals(Shelf.LARGE, stored.body());
    }

    @Test
    void anOrdinaryClientFollows() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(Shelf.large(hub)).build(),
                            BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            assertEquals(Shelf.LARGE, new String(answer.body(), StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=5-9, 5, 10",
        "bytes=150000-, 150000, 200000",
        "bytes=199999-, 199999, 200000",
        "bytes=199990-300000, 199990, 200000",
        "bytes=-7, 199993, 200000",
        "bytes=-300000, 0, 200000"
    })
    void rangesAreExact(String range, int from, int end) throws Exception {
        Received part = Talk.get(Shelf.stored(hub), "Range: " + range);
        assertEquals(206, part.status());
        assertEquals(Shelf.LARGE.substring(from, end), part.body());
        assertEquals(
                Optional.of("bytes " + from + "-" + (end - 1) + "/200000"),
                part.header("Content-Range"));
        assertEquals(Optional.of("" + (end - from)), part.header("Content-Length"));
    }

    @Test
    void smallFilesHaveRangesToo() throws Exception {
        Received part = Talk.get(Shelf.small(hub), "Range: bytes=2-6");
        assertEquals("model", part.body());
        assertEquals(Optional.of("bytes 2-6/18"), part.header("Content-Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=300000-300001", "bytes=9-8", "bytes=-0"})
    void beyondTheEndIsNothing(String range) throws Exception {
        Received nothing = Talk.get(Shelf.stored(hub), "Range: " + range);
        assertEquals(416, nothing.status());
        assertEquals(Optional.of("bytes */200000"), nothing.header("Content-Range"));
        assertEquals("", nothing.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "lines=0-1", "bytes=-", "bytes=a-b"})
    void whatIsNoSingleRangeGivesTheWhole(String range) throws Exception {
        Received whole = Talk.get(Shelf.stored(hub), "Range: " + range);
        assertEquals(200, whole.status());
        assertEquals(Shelf.LARGE, whole.body());
    }

    @Test
    void aRangeOfAnotherTagGivesTheWhole() throws Exception {
        URI place = Shelf.stored(hub);
        String tag = Talk.get(place).header("ETag").orElseThrow();
        Received same = Talk.get(place, "Range: bytes=1-2", "If-Range: " + tag);
        Received other = Talk.get(place, "Range: bytes=1-2", "If-Range: \"other\"");
        assertEquals(206, same.status());
        assertEquals(Shelf.LARGE.substring(1, 3), same.body());
        assertEquals(200, other.status());
        assertEquals(Shelf.LARGE, other.body());
    }

    @Test
    void oneConnectionCarriesManyRequests() throws Exception {
        String small = Shelf.small(hub).getRawPath();
        try (Talk talk = Talk.with(hub.base())) {
            Received head = talk.ask("HEAD", small);
            assertEquals(Optional.of("18"), head.header("Content-Length"));
            assertEquals("", head.body());
            assertEquals(404, talk.ask("GET", "/nothing").status());
            assertEquals(302, talk.ask("HEAD", Shelf.large(hub).getRawPath()).status());
            assertEquals("{", talk.ask("GET", small, "Range: bytes=0-0").body());
            assertEquals(Shelf.SMALL, talk.ask("GET", small, "Connection: close").body());
            assertNotEquals(Received.End.WHOLE, talk.ask("GET", small).end());
        }
        assertEquals(5, hub.settledLog(PATIENCE).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models/owner/name-onnx/tree/other/cpu/int4",
                "/api/models/owner/other/tree/main/cpu/int4",
                "/api/models/owner/name-onnx/tree/main/cpu/int",
                "/owner/name-onnx/resolve/other/README.md",
                "/owner/name-onnx/resolve/main/cpu/int4",
                "/owner/name-onnx/resolve/main/../README.md",
                "/catalogue.json"
            })
    void whatIsNotThereIsAnErrorInJson(String path) throws Exception {
        try (Talk talk = Talk.with(hub.base())) {
            Received missing = talk.ask("GET", path);
            assertEquals(404, missing.status());
            assertTrue(JsonParser.parseString(missing.body()).getAsJsonObject().has("error"));
        }
    }

    @Test
    void theStorageHostWantsItsSignature() throws Exception {
        URI place = Shelf.stored(hub);
        assertEquals(403, Talk.get(hub.storage().resolve(place.getRawPath())).status());
        assertEquals(403, Talk.get(URI.create(place + "0")).status());
        assertEquals(404, Talk.get(hub.storage().resolve("/README.md")).status());
    }

    @Test
    void aNewerCommitIsMainAndTheOlderOneStays() throws Exception {
        HubContent older = Shelf.content();
        HubContent newer = Shelf.contentWith("{}");
        assertNotEquals(older.commit(), newer.commit());
        assertEquals(older.commit(), Shelf.content().commit());
        hub.publish(newer);
        assertEquals("{}", Talk.get(Shelf.small(hub)).body());
        Received pinned = Talk.get(Shelf.file(hub, older.commit(), Shelf.SMALL_PATH));
        assertEquals(Shelf.SMALL, pinned.body());
        assertEquals(Optional.of(older.commit()), pinned.header("X-Repo-Commit"));
    }

    @Test
    void servesWhatATestPutsThere() throws Exception {
        hub.put("/catalogue.json", Shelf.bytes("{\"format\":1}"));
        assertEquals("{\"format\":1}", Talk.get(hub.base().resolve("/catalogue.json")).body());
        hub.put("/catalogue.json", Shelf.bytes("[]"));
        assertEquals("[]", Talk.get(hub.base().resolve("/catalogue.json")).body());
    }

    @Test
    void aFolderOnDiskIsServedByteForByte(@TempDir Path folder) throws Exception {
        byte[] large = new byte[9_000_001];
        new Random(3).nextBytes(large);
        Files.write(folder.resolve("model.data"), large);
        Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("a.txt"), "a");
        HubContent content = HubContent.of(folder, "o/n", "x/y", 1 << 20);
        try (HubSide disk = HubSide.of(content)) {
            assertEquals(
                    List.of("x/y/in/a.txt", "x/y/model.data"),
                    content.files().stream().map(HubFile::path).toList());
            URI place =
                    URI.create(
                            Talk.get(disk.base().resolve("/o/n/resolve/main/x/y/model.data"))
                                    .header("Location")
                                    .orElseThrow());
            assertEquals(new String(large, StandardCharsets.ISO_8859_1), Talk.get(place).body());
            assertEquals(
                    new String(
                            Arrays.copyOfRange(large, 4_194_300, 9_000_000),
                            StandardCharsets.ISO_8859_1),
                    Talk.get(place, "Range: bytes=4194300-8999999").body());
        }
    }

    @Test
    void itsLogSaysWhatWasAskedAndSent() throws Exception {
        URI place = Shelf.stored(hub);
        Talk.get(place, "Range: bytes=10-29", "If-Range: \"other\"", "X-Mine: 1");
        Talk.get(place, "Range: bytes=10-29");
        String target = place.getRawPath() + "?" + place.getRawQuery();
        List<Served> log = hub.settledLog(PATIENCE);
        Served whole = log.get(1);
        assertEquals(
                List.of("HUB GET 302 SENT", "STORAGE GET 200 SENT", "STORAGE GET 206 SENT"),
                log.stream()
                        .map(line ->
                                String.join(
                                        " ",
                                        line.host().name(),
                                        line.method(),
                                        "" + line.status(),
                                        line.state().name()))
                        .toList());
        assertEquals(target, whole.target());
        assertEquals(Optional.of("bytes=10-29"), whole.range());
        assertEquals(Optional.of("\"other\""), whole.ifRange());
        assertEquals(List.of("Host", "Range", "If-Range", "X-Mine"), whole.request().headerNames());
        assertEquals(200_000, whole.bodyBytes());
        assertEquals(20, log.get(2).bodyBytes());
        assertEquals(log, hub.log());
    }

    @Test
    void itsLogSaysWhoIsNotDone() throws Exception {
        hub.script(HubScript.always(Turn.Kind.RESOLVE, new HubFault.Stall(3)));
        try (Talk talk = Talk.impatient(hub.base())) {
            assertEquals("{\"m", talk.ask("GET", Shelf.small(hub).getRawPath()).body());
            assertEquals(Served.State.UNDER_WAY, hub.log().getFirst().state());
            assertThrows(IllegalStateException.class, () -> hub.settledLog(Duration.ofMillis(20)));
        }
        Served line = hub.settledLog(PATIENCE).getFirst();
        assertEquals(Served.State.HUNG_UP, line.state());
        assertEquals(3, line.bodyBytes());
    }

    @Test
    void manyAreServedBesideEachOther() throws Exception {
        URI place = Shelf.stored(hub);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var all =
                    IntStream.range(0, 40)
                            .mapToObj(i ->
                                    client.sendAsync(
                                            HttpRequest.newBuilder(place)
                                                    .header(
                                                            "Range",
                                                            "bytes="
                                                                    + i * 5000
                                                                    + "-"
                                                                    + (i * 5000 + 4999))
                                                    .build(),
                                            BodyHandlers.ofString(StandardCharsets.ISO_8859_1)))
                            .toList();
            String joined = String.join("", all.stream().map(each -> each.join().body()).toList());
            assertEquals(Shelf.LARGE, joined);
        }
        assertEquals(41, hub.settledLog(PATIENCE).size());
    }
}
