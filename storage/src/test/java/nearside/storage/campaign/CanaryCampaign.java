package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Child;
import nearside.storage.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A session writes its words wherever a person's words go, and its process crashes with everything
/// open; then its database is damaged and mended. In no file are the words in any form: database,
/// log, the far models with their keys, backups, what was put aside, snapshots, temporary files,
/// the crash report. Nobody but the owner has a right to a file of the profile. One seed in the
/// everyday run; more by
///
/// `mvn -pl storage -am test -Dtest=CanaryCampaign -Dnearside.seeds=1-50
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledOnOs(OS.LINUX)
class CanaryCampaign {
    private static final int FEWEST_FILES = 12;

    private final Seeds seeds = Seeds.of("canaries.csv", "files,bytes,hits,open_to_others", 1);

    @Test
    void wordsAreInNoFile() throws Exception {
        for (long seed : seeds.all().toArray()) {
            String words = "kanarienvogel" + seed * 7_919;
            try (Scratch scratch = Scratch.make();
                    Scratch brought = Scratch.make()) {
                Path profile = scratch.folder().resolve("profile");
                crashed(scratch.folder(), profile, brought.folder(), words);
                List<String> hits = new ArrayList<>(Canary.of(words).in(scratch.folder()));
                mended(profile, seed);
                hits.addAll(Canary.of(words).in(scratch.folder()));
                List<Path> files = files(scratch.folder());
                List<Path> open = openToOthers(profile);
                seeds.row(seed, files.size(), bytes(files), hits.size(), open.size());
                assertEquals(List.of(), hits, "seed " + seed);
                assertEquals(List.of(), open, "seed " + seed);
                assertTrue(files.size() >= FEWEST_FILES, files.toString());
            }
        }
    }

    /// The first schema kept its rows plain; after its first start nothing of that is left.
    @Test
    void plainRowsAreSeenUntilTheyAreSealed() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            FirstSchema.fill(scratch.folder());
            try (Connection file =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + scratch.folder().resolve("nearside.db"));
                    PreparedStatement title =
                            file.prepareStatement("UPDATE conversation SET title = ?")) {
                title.setString(1, "kanarienvogel");
                title.executeUpdate();
            }
            Canary canary = Canary.of("kanarienvogel");
            assertEquals(List.of("nearside.db in UTF-8"), canary.in(scratch.folder()));
            Profile.open(scratch.folder()).close();
            assertEquals(List.of(), canary.in(scratch.folder()));
        }
    }

    @Test
    void everyFormIsSeen() throws Exception {
        String words = "kanarienvogel";
        for (Charset each :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            assertTrue(seen("some " + words + " more", each), each.name());
        }
        for (String before : List.of("", "a", "ab", "abc")) {
            byte[] text = (before + words + "xyz").getBytes(StandardCharsets.UTF_8);
            String coded = Base64.getEncoder().encodeToString(text);
            assertTrue(seen(coded, StandardCharsets.UTF_8), before);
        }
        try (Scratch scratch = Scratch.make()) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(scratch.folder().resolve("gzip")))) {
                out.write(words.getBytes(StandardCharsets.UTF_8));
            }
            try (ZipOutputStream out =
                    new ZipOutputStream(Files.newOutputStream(scratch.folder().resolve("zip")))) {
                out.putNextEntry(new ZipEntry("entry"));
                out.write(words.getBytes(StandardCharsets.UTF_16LE));
            }
            List<String> hits = Canary.of(words).in(scratch.folder());
            assertTrue(hits.contains("gzip packed in UTF-8"), hits.toString());
            assertTrue(hits.contains("zip packed in UTF-16LE"), hits.toString());
        }
    }

    private static boolean seen(String text, Charset encoding) throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Files.write(scratch.folder().resolve("file"), text.getBytes(encoding));
            return !Canary.of("kanarienvogel").in(scratch.folder()).isEmpty();
        }
    }

    /// The process dies by a wild pointer, as far as it can tell, and leaves a report.
    private static void crashed(Path scratch, Path profile, Path brought, String words)
            throws Exception {
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        Path report = scratch.resolve("crash");
        Path past = Files.writeString(brought.resolve("past.json"), past(words));
        List<String> before =
                List.of(
                        "env",
                        "JAVA_TOOL_OPTIONS=-XX:-CreateCoredumpOnCrash -XX:ErrorFile="
                                + report
                                + " -Djava.io.tmpdir="
                                + temporary);
        try (Child child = Child.start(before, CanaryChild.class, profile, past)) {
            child.process().outputWriter().write(words + "\n");
            child.process().outputWriter().flush();
            assertEquals("written 3", child.line().orElseThrow());
            new ProcessBuilder("kill", "-SEGV", child.process().pid() + "").start().waitFor();
            child.process().waitFor();
        }
        assertTrue(Files.size(report) > 0, "there is no crash report");
    }

    private static String past(String words) {
        return """
        [{"id": "1", "title": "%s", "created_at": 1700000000, "updated_at": 1700000000,
          "chat": {"history": {"currentId": "q", "messages": {
            "q": {"id": "q", "parentId": null, "role": "user", "content": "%s"}}}}}]
        """
                .formatted(words, words);
    }

    /// A page of the database is lost; the next start mends that and puts the old file aside.
    private static void mended(Path profile, long seed) throws IOException {
        Profile.open(profile).close();
        Path file = profile.resolve("nearside.db");
        byte[] noise = new byte[4_096];
        new SplittableRandom(seed).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), 4_096);
        }
        try (Profile mended = Profile.open(profile)) {
            assertTrue(mended.recovered().isPresent(), "nothing was mended");
        }
    }

    private static List<Path> openToOthers(Path profile) throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(profile)) {
            for (Path each : all.toList()) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
                if (rights.stream().anyMatch(it -> !it.name().startsWith("OWNER_"))) {
                    open.add(each);
                }
            }
        }
        return open;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
