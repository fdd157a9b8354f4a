package nearside.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import nearside.desktop.past.PageText;
import nearside.desktop.words.Words;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

class PdfPagesTest {
    private static final Pattern ENTRY = Pattern.compile("(\\d{10}) 00000 n ");
    private static final Pattern MAPPED = Pattern.compile("<[0-9A-F]{2}> <([0-9A-F]+)>");
    private static final Pattern STREAM =
            Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n");

    static PastConversation conversation(String title, String... texts) {
        List<PastMessage> messages = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            messages.add(
                    new PastMessage(
                            "m" + i,
                            i == 0 ? Optional.empty() : Optional.of("m" + (i - 1)),
                            new PastMessage.Head(
                                    PastMessage.Speaker.USER,
                                    PastMessage.State.DONE,
                                    Instant.ofEpochSecond(i)),
                            PastMessage.Content.of(List.of(Run.here(texts[i]))),
                            Making.NONE,
                            Optional.empty()));
        }
        return new PastConversation(
                "c",
                new PastConversation.Head(title, Instant.EPOCH, Instant.EPOCH),
                PastConversation.Filing.NONE,
                messages,
                Optional.of("m" + (texts.length - 1)),
                Optional.empty());
    }

    static byte[] pdf(PastConversation conversation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PageText words = new PageText(Words.of(Locale.ENGLISH), ZoneOffset.UTC);
        new PdfPages(words, missing -> "Missing: " + missing).write(conversation, out);
        return out.toByteArray();
    }

    private static String plain(byte[] pdf) {
        return new String(pdf, ISO_8859_1);
    }

    private static List<String> streams(byte[] pdf) throws IOException {
        List<String> streams = new ArrayList<>();
        for (MatchResult head : STREAM.matcher(plain(pdf)).results().toList()) {
            int length = Integer.parseInt(head.group(1));
            var packed = new ByteArrayInputStream(pdf, head.end(), length);
            streams.add(new String(new InflaterInputStream(packed).readAllBytes(), ISO_8859_1));
        }
        return streams;
    }

    /// All characters that can be found and copied.
    private static Set<String> characters(byte[] pdf) throws IOException {
        Set<String> characters = new TreeSet<>();
        for (String stream : streams(pdf)) {
            MAPPED.matcher(stream)
                    .results()
                    .map(mapped -> HexFormat.of().parseHex(mapped.group(1)))
                    .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE))
                    .forEach(characters::add);
        }
        return characters;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void everyObjectStandsWhereTheTableSays() throws Exception {
        byte[] pdf = pdf(conversation("Title", "Some text", "```\ncode\n```"));
        String text = plain(pdf);
        List<MatchResult> entries = ENTRY.matcher(text).results().toList();
        assertTrue(entries.size() > 10);
        for (int i = 0; i < entries.size(); i++) {
            int at = Integer.parseInt(entries.get(i).group(1));
            assertTrue(text.startsWith((i + 1) + " 0 obj\n", at), "object " + (i + 1));
        }
        int table =
                Integer.parseInt(
                        text.strip().split("startxref\n", 2)[1].lines().findFirst().orElse(""));
        assertTrue(text.startsWith("xref\n", table));
        assertTrue(text.startsWith("%PDF-1.7\n"));
        assertTrue(text.endsWith("%%EOF\n"));
    }

    @Test
    void whatWasSaidCanBeFoundAndCopied() throws Exception {
        Set<String> characters = characters(pdf(conversation("Ωmega", "Жук", "é")));
        assertTrue(characters.containsAll(Set.of("Ω", "Ж", "у", "к", "é")), characters.toString());
    }

    @Test
    void filesAreNamed() throws Exception {
        PastConversation bare = conversation("t", "x");
        PastAttachment file = PastAttachment.of("i", "Жук.txt", PastBytes.of(List.of(new byte[7])));
        PastMessage message = bare.messages().getFirst().with(List.of(file));
        Set<String> characters = characters(pdf(bare.with(List.of(message))));
        assertTrue(characters.containsAll(Set.of("Ж", "у", "к", "7")), characters.toString());
        assertFalse(characters(pdf(bare)).contains("Ж"));
    }

    @Test
    void longTextsTurnThePage() throws Exception {
        byte[] pdf = pdf(conversation("t", "line\n".repeat(200)));
        assertEquals(5, count(plain(pdf), "/Type /Page "));
        assertTrue(plain(pdf).contains("/Count 5 "));
    }

    @Test
    void aCharacterThatNoFontHasIsABoxAndCounted() throws Exception {
        byte[] pdf = pdf(conversation("t", "a\uE123b\uE123\u0378"));
        Set<String> characters = characters(pdf);
        assertTrue(characters.contains("\uE123"), "can be copied all the same");
        assertTrue(characters.contains("2"), "the sentence that counts two");
        assertTrue(streams(pdf).stream().anyMatch(it -> it.endsWith("f*")), "a box");
        byte[] sound = pdf(conversation("t", "ab"));
        assertTrue(streams(sound).stream().noneMatch(it -> it.endsWith("f*")));
    }

    @Test
    void controlsAndRightToLeftAndEmptyTextsMakeAPage() throws Exception {
        for (String text :
                List.of(
                        "",
                        "\u0000\u0007",
                        "\u05E9\u05DC\u05D5\u05DD abc",
                        "\t\u200D\uFEFF",
                        "\uD83D\uDE00")) {
            assertTrue(plain(pdf(conversation(text, text, "x"))).endsWith("%%EOF\n"));
        }
    }

    @Test
    void theHomeFolderIsThatOfThePersonAgain() throws Exception {
        String home = System.getProperty("user.home");
        pdf(conversation("t", "x"));
        assertEquals(home, System.getProperty("user.home"));
    }
}
