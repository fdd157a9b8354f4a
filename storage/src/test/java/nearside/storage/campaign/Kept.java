package nearside.storage.campaign;

import nearside.storage.Backup;
import nearside.storage.ConversationId;
import nearside.storage.Message;
import nearside.storage.Profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds the backups of a profile against what was promised of them.
final class Kept {
    private Kept() {}

    /// What is wrong with them as they lie there: each has its last name only when it is whole.
    static Optional<String> check(Profile profile, Book book) {
        List<Backup> all = profile.backups().list();
        List<Backup> broken = all.stream().filter(it -> it.state() != Backup.State.SOUND).toList();
        return !broken.isEmpty()
                ? Optional.of("backups " + broken)
                : all.isEmpty() && !book.kept().isEmpty()
                        ? Optional.of("no backup of " + book.kept().size())
                        : Optional.empty();
    }

    /// What is missing after the database itself was lost. Whatever was said since the backup may
    /// be.
    static List<String> missing(Path folder, Book book) {
        try (Profile profile = Profile.open(folder, Judge.unlock(book.words()))) {
            return book.kept().stream()
                    .filter(talk -> !book.gone().contains(talk.id()))
                    .flatMap(talk -> missing(profile, talk).stream())
                    .toList();
        }
    }

    private static List<String> missing(Profile profile, Talk talk) {
        Map<String, Message> found =
                profile.conversations().messages(new ConversationId(talk.id())).stream()
                        .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return talk.messages().stream()
                .filter(it -> !it.id().value().isEmpty())
                .filter(it -> !holds(found, it))
                .map(it -> talk.id() + " " + it.id().value())
                .toList();
    }

    private static boolean holds(Map<String, Message> found, Message expected) {
        return Optional.ofNullable(found.get(expected.id().value()))
                .filter(it -> it.text().startsWith(expected.text()))
                .isPresent();
    }
}
