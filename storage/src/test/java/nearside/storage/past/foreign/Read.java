package nearside.storage.past.foreign;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// All that a file holds.
record Read(List<PastEntry.Found> found, List<PastRefusal> refusals) {
    static Read of(Path... paths) {
        return of(Limits.USUAL, paths);
    }

    static Read of(Limits limits, Path... paths) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        PastFiles.read(
                List.of(paths),
                limits,
                entry -> {
                    switch (entry) {
                        case PastEntry.Found it -> read.found.add(it);
                        case PastEntry.Refused(var refusal) -> read.refusals.add(refusal);
                    }
                    return Next.GO_ON;
                });
        return read;
    }

    static Path fixture(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Read.class.getResource("/nearside/storage/past/" + name))
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<PastConversation> conversations() {
        return found.stream().map(PastEntry.Found::conversation).toList();
    }

    List<PastSource> sources() {
        return found.stream().map(PastEntry.Found::source).distinct().toList();
    }

    static List<String> texts(List<PastMessage> messages) {
        return messages.stream().map(PastMessage::text).toList();
    }
}
