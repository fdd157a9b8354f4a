package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A profile with twenty conversations of twelve messages each, and what stands in it.
abstract class TwentyConversations {
    static final int PAGE = 4096;

    @TempDir Path folder;
    final Map<ConversationId, List<Message>> before = new LinkedHashMap<>();

    @BeforeEach
    void conversations() {
        try (Profile profile = Profile.open(folder)) {
            for (int i = 0; i < 20; i++) {
                ask(profile, "Question " + i + " of many");
            }
            remember(profile);
        }
    }

    static void ask(Profile profile, String question) {
        Journal.Begun ids = profile.journal().begin(Optional.empty(), question);
        for (int turn = 0; turn < 5; turn++) {
            profile.journal()
                    .append(ids.reply(), new Segment(Source.HERE, "Words. ".repeat(turn * 100)));
            profile.journal().append(ids.reply(), new Segment(Source.BORROWED, "天地玄黄"));
            profile.journal().finish(ids.reply(), State.DONE, Optional.empty());
            ids = profile.journal().begin(Optional.of(ids.conversation()), "And then?");
        }
        profile.journal().append(ids.reply(), new Segment(Source.HERE, "End"));
        profile.journal().finish(ids.reply(), State.STOPPED, Optional.empty());
    }

    void remember(Profile profile) {
        before.clear();
        before.putAll(all(profile));
    }

    static Map<ConversationId, List<Message>> all(Profile profile) {
        Map<ConversationId, List<Message>> all = new LinkedHashMap<>();
        for (Conversation each : profile.conversations().list()) {
            all.put(each.id(), profile.conversations().messages(each.id()));
        }
        return all;
    }

    Path file() {
        return folder.resolve(Store.FILE);
    }

    Path log() {
        return folder.resolve("nearside.db-wal");
    }

    void zero(long page) throws IOException {
        zero(file(), page);
    }

    static void zero(Path file, long page) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((page - 1) * PAGE);
            bytes.write(new byte[PAGE]);
        }
    }

    void assertSound() {
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Optional.empty(), profile.recovered());
        }
    }
}
