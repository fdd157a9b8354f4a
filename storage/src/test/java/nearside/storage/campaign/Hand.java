package nearside.storage.campaign;

import nearside.storage.Backups;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Journal;
import nearside.storage.Message.Facts;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastTally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes the calls of a session on a real profile, by the same doors as the program.
record Hand(Profile profile) {
    /// What the call gave back, in words; it has returned by then.
    String make(Step step) throws IOException {
        switch (step) {
            case Step.Begin begin -> {
                return begun(begin);
            }
            case Step.Append(String reply, int text) ->
                    profile.journal().append(new MessageId(reply), segment(text));
            case Step.Finish(String reply, State state, int number) ->
                    profile.journal().finish(new MessageId(reply), state, facts(number));
            case Step.Resume(String reply) -> profile.journal().resume(new MessageId(reply));
            case Step.Decide(String reply, int text) ->
                    profile.journal().decided(new MessageId(reply), Words.of(text));
            case Step.Draft(var conversation, int text) ->
                    profile.drafts().save(conversation.map(ConversationId::new), Words.of(text));
            case Step.Rename _, Step.Trash _, Step.Restore _, Step.Remove _ -> list(step);
            case Step.Choose(int model) ->
                    new SettingsFile(profile.folder()).change(old -> old.withModel(model(model)));
            case Step.Protect(int words) -> protect(words);
            case Step.Bring(int file) -> bring(file);
            case Step.Keep() -> keep();
        }
        return "";
    }

    private String begun(Step.Begin begin) {
        Journal.Begun ids =
                profile.journal()
                        .begin(
                                begin.conversation().map(ConversationId::new),
                                system(begin),
                                Words.of(begin.text()));
        return ids.conversation().value()
                + " "
                + ids.question().value()
                + " "
                + ids.reply().value();
    }

    private void list(Step step) {
        Conversations list = profile.conversations();
        switch (step) {
            case Step.Rename(String id, int text) ->
                    list.rename(new ConversationId(id), Words.of(text));
            case Step.Trash(String id) -> list.delete(new ConversationId(id));
            case Step.Restore(String id) -> list.restore(new ConversationId(id));
            case Step.Remove(String id) -> list.remove(List.of(new ConversationId(id)));
            default -> throw new IllegalArgumentException(step.line());
        }
    }

    private void protect(int words) {
        if (words == 0) {
            profile.protection().byFile();
        } else {
            profile.protection().byPassphrase(Words.title(words).toCharArray());
        }
    }

    private void bring(int number) throws IOException {
        Path file = Files.createTempFile(profile.folder(), "brought-", ".json");
        try {
            Brought.write(file, number);
            PastTally tally = profile.past().bringIn(List.of(file), _ -> PastEntry.Next.GO_ON);
            if (tally.conversations().all() != Brought.EACH || tally.refused() != 0) {
                throw new IllegalStateException(tally.toString());
            }
        } finally {
            Files.delete(file);
        }
    }

    private void keep() throws IOException {
        Nights.pass(profile.folder());
        Backups.Outcome outcome = profile.backups().keep();
        if (outcome instanceof Backups.Outcome.Failed failed) {
            throw new IllegalStateException(failed.toString());
        }
    }

    /// Half of the new conversations have one.
    static Optional<String> system(Step.Begin begin) {
        return begin.conversation().isEmpty() && begin.text() % 2 == 0
                ? Optional.of(Words.of(-begin.text()))
                : Optional.empty();
    }

    static Segment segment(int text) {
        return new Segment(text % 5 == 0 ? Source.BORROWED : Source.HERE, Words.of(text));
    }

    static Optional<Facts> facts(int number) {
        return number == 0
                ? Optional.empty()
                : Optional.of(
                        new Facts(
                                Words.title(number),
                                number,
                                number + 1,
                                number / 8.0,
                                number / 4.0,
                                Instant.ofEpochSecond(number, 123_456_789)));
    }

    static Optional<String> model(int number) {
        return Optional.of(number).filter(it -> it != 0).map(Words::title);
    }
}
