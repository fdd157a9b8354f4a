package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Attachment;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Profile;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Odd texts come back byte by byte from everywhere that a text goes: question, reply, decision,
/// title, drafts, names of files, after a restart and through an export into another profile.
/// Halves of characters come back as one mark each. Twenty texts in the everyday run; more by
///
/// `mvn -pl storage -am test -Dtest=OddTextCampaign -Dnearside.seeds=1-2000
/// -Dsurefire.failIfNoSpecifiedTests=false`
class OddTextCampaign {
    private static final int MOST_PIECES = 400;

    /// In pieces, as pastes are kept: ten megabytes.
    private static final int PASTE_PIECES = 4_000_000;

    /// In each of two profiles three messages, the name of a file, a decision and a title; two
    /// drafts.
    private static final int PLACES = 14;

    private final Seeds seeds = Seeds.of("odd-texts.csv", "characters,replaced,same", 20);

    @Test
    void oddTextsComeBack() throws Exception {
        int replaced = 0;
        for (long seed : seeds.all().toArray()) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = OddText.of(random, 1 + random.nextInt(MOST_PIECES));
            String kept = OddText.kept(text);
            List<String> found = throughEverything(text);
            assertEquals(PLACES, found.size());
            boolean same = found.stream().allMatch(kept::equals);
            seeds.row(seed, text.length(), text.equals(kept) ? 0 : 1, same);
            for (int place = 0; place < found.size(); place++) {
                assertEquals(kept, found.get(place), "seed " + seed + " place " + place);
            }
            replaced += text.equals(kept) ? 0 : 1;
        }
        assertTrue(replaced > 0, "no half was ever alone");
    }

    @Test
    void tenMegabytesComeBack() throws Exception {
        String text = OddText.of(new SplittableRandom(1), PASTE_PIECES);
        assertTrue(text.length() > 10_000_000, "" + text.length());
        try (Scratch scratch = Scratch.make()) {
            Journal.Begun begun;
            try (Profile profile = Profile.open(scratch.folder())) {
                begun = profile.journal().begin(Optional.empty(), text);
                profile.drafts().save(Optional.empty(), text);
            }
            try (Profile profile = Profile.open(scratch.folder())) {
                String kept = OddText.kept(text);
                assertTrue(kept.equals(texts(profile, begun.conversation()).getFirst()));
                assertTrue(kept.equals(profile.drafts().of(Optional.empty())));
            }
        }
    }

    /// What the platform makes of a half is not what must come back.
    @Test
    void aLossIsSeen() {
        String text = "a\ud800b";
        String lost = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals("a?b", lost);
        assertNotEquals(OddText.kept(text), lost);
    }

    /// What came back from each place.
    private static List<String> throughEverything(String text) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path first = scratch.folder().resolve("first");
            Path exported = scratch.folder().resolve("exported.json");
            Journal.Begun begun;
            try (Profile profile = Profile.open(first)) {
                begun = written(profile, text);
            }
            List<String> found = new ArrayList<>();
            try (Profile profile = Profile.open(first)) {
                found.addAll(all(profile, begun.conversation()));
                found.add(profile.drafts().of(Optional.empty()));
                found.add(profile.drafts().of(Optional.of(begun.conversation())));
                exported(profile, begun.conversation(), exported);
            }
            try (Profile other = Profile.open(scratch.folder().resolve("other"))) {
                other.past().bringIn(List.of(exported), _ -> Next.GO_ON);
                found.addAll(all(other, other.conversations().list().getFirst().id()));
            }
            return found;
        }
    }

    private static Journal.Begun written(Profile profile, String text) {
        Journal.Begun begun = profile.journal().begin(Optional.empty(), Optional.of(text), text);
        profile.journal().append(begun.reply(), new Segment(Source.HERE, text));
        profile.journal().decided(begun.reply(), text);
        profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
        profile.attachments().add(begun.question(), text, new byte[1]);
        profile.conversations().rename(begun.conversation(), text);
        profile.drafts().save(Optional.empty(), text);
        profile.drafts().save(Optional.of(begun.conversation()), text);
        return begun;
    }

    private static List<String> all(Profile profile, ConversationId id) {
        List<String> all = new ArrayList<>(texts(profile, id));
        profile.conversations().messages(id).stream()
                .flatMap(it -> profile.attachments().of(it.id()).stream())
                .map(Attachment::name)
                .forEach(all::add);
        profile.conversations().find(id).map(Conversation::title).ifPresent(all::add);
        profile.conversations().messages(id).stream()
                .flatMap(it -> it.decision().stream())
                .forEach(all::add);
        return all;
    }

    private static List<String> texts(Profile profile, ConversationId id) {
        return profile.conversations().messages(id).stream().map(Message::text).toList();
    }

    private static void exported(Profile profile, ConversationId id, Path file) throws IOException {
        try (PastJson out = new PastJson(Files.newBufferedWriter(file))) {
            out.write(profile.past().find(id).orElseThrow());
        }
    }
}
