package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The check of the crash tests must itself notice a loss.
class PromisedTest {
    @TempDir Path folder;

    @Test
    void everyKindOfLossIsNoticed() {
        try (Profile profile = Profile.open(folder)) {
            Journal.Begun begun = profile.journal().begin(Optional.empty(), "Count");
            profile.journal().append(begun.reply(), new Segment(Source.HERE, "0 "));
            profile.journal().finish(begun.reply(), State.CUT, Optional.empty());
            String reply = begun.reply().value();
            String first = "begun " + begun.conversation().value() + " " + reply;

            assertEquals(List.of(), broken(profile, first, "piece " + reply + " 0"));
            assertEquals(
                    List.of("promised \"0 1 \" but kept \"0 \""),
                    broken(profile, first, "piece " + reply + " 0", "piece " + reply + " 1"));
            assertEquals(List.of("state CUT"), broken(profile, first, "finished " + reply));
            assertEquals(
                    List.of("missing reply gone"),
                    broken(profile, "begun " + begun.conversation().value() + " gone"));
        }
    }

    private static List<String> broken(Profile profile, String... lines) {
        Promised promised = new Promised();
        List.of(lines).forEach(promised::hear);
        return promised.broken(profile.conversations());
    }
}
