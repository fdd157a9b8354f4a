package nearside.storage.campaign;

import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.KvSnapshots;
import nearside.storage.Label;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.Profile;
import nearside.storage.SnapshotWriter;
import nearside.storage.far.FarEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.search.Query;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Writes the words wherever a person's words go, tells that, and waits to be killed with all of it
/// open.
///
/// Arguments: folder, a file of another program to bring in. The words come by the input: a crash
/// report names arguments.
final class CanaryChild {
    private CanaryChild() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String words = Objects.requireNonNull(in.readLine());
        Profile profile = Profile.open(Path.of(arguments[0]));
        Journal.Begun first = said(profile, words);
        profile.conversations().rename(first.conversation(), words + " title");
        profile.drafts().save(Optional.empty(), words + " draft");
        profile.drafts().save(Optional.of(first.conversation()), words);
        profile.past().bringIn(List.of(Path.of(arguments[1])), _ -> Next.GO_ON);
        profile.conversations().delete(said(profile, words).conversation());
        profile.conversations().remove(List.of(said(profile, words).conversation()));
        profile.protection().byPassphrase(words.toCharArray());
        profile.protection().byFile();
        profile.search().begin();
        profile.search().find(Query.typed(words, ZoneOffset.UTC), 50);
        profile.backups().keep();
        shelved(profile, first, words);
        farModel(profile, words);
        snapshot(profile, first.conversation(), words.getBytes(StandardCharsets.UTF_8));
        Journal.Begun open = profile.journal().begin(Optional.empty(), words);
        profile.journal().append(open.reply(), new Segment(Source.HERE, words));
        Session.tell("written " + profile.conversations().list().size());
        in.readLine();
    }

    private static Journal.Begun said(Profile profile, String words) {
        Journal.Begun ids =
                profile.journal()
                        .begin(Optional.empty(), Optional.of(words + " system"), words + "?");
        profile.journal().decided(ids.reply(), "{\"why\": \"" + words + "\"}");
        profile.journal().append(ids.reply(), new Segment(Source.HERE, words.repeat(200)));
        profile.journal().append(ids.reply(), new Segment(Source.BORROWED, words));
        profile.journal().finish(ids.reply(), State.DONE, Optional.empty());
        return ids;
    }

    private static void shelved(Profile profile, Journal.Begun begun, String words) {
        Label folder = profile.folders().make(words + " folder");
        profile.folders().put(begun.conversation(), Optional.of(folder.id()));
        profile.tags().add(begun.conversation(), words + " tag");
        profile.attachments()
                .add(
                        begun.question(),
                        words + ".txt",
                        words.repeat(9).getBytes(StandardCharsets.UTF_8));
    }

    /// Changed once, so that there is a version before it.
    private static void farModel(Profile profile, String words) {
        FarEntry entry =
                new FarEntry(
                        profile.farModels().freshId(),
                        words + " far",
                        FarEntry.Whose.CLOUD,
                        new FarEntry.Door(
                                URI.create("https://" + words + ".example/v1"),
                                FarEntry.Header.BEARER,
                                Optional.of(new FarEntry.Secret("sk-" + words))),
                        new FarEntry.Model(words + "-1", FarEntry.Dialect.OPENAI, 8_000),
                        Optional.empty());
        profile.farModels().keep(entry);
        profile.farModels().keep(entry);
    }

    private static void snapshot(Profile profile, ConversationId conversation, byte[] words) {
        KvSnapshots.Asked asked =
                new KvSnapshots.Asked(conversation.value(), List.of(words), List.of(1));
        SnapshotWriter writer =
                profile.snapshots()
                        .keep(new KvSnapshots.Model("place", "kind"), asked, words, words.length)
                        .orElseThrow();
        writer.write(ByteBuffer.wrap(words));
        writer.finish();
    }
}
