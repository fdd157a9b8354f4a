package nearside.storage;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import java.nio.file.Path;
import java.util.Optional;

/// Writes numbered pieces until it is killed, and tells each one only when it is committed.
final class WritingChild {
    private WritingChild() {}

    public static void main(String[] arguments) {
        int piecesPerReply = Integer.parseInt(arguments[1]);
        Profile profile = Profile.open(Path.of(arguments[0]));
        Optional<ConversationId> conversation = Optional.empty();
        for (int replies = Integer.parseInt(arguments[2]); replies > 0; replies--) {
            Journal.Begun begun = profile.journal().begin(conversation, "Count");
            conversation = Optional.of(begun.conversation());
            tell("begun", begun.conversation().value(), begun.reply().value());
            write(profile.journal(), begun.reply(), piecesPerReply);
        }
        System.exit(0);
    }

    private static void write(Journal journal, MessageId reply, int pieces) {
        for (int number = 0; number < pieces; number++) {
            journal.append(reply, new Segment(Source.HERE, number + " "));
            tell("piece", reply.value(), Integer.toString(number));
        }
        journal.finish(reply, State.DONE, Optional.empty());
        tell("finished", reply.value(), "");
    }

    private static void tell(String... words) {
        System.out.println(String.join(" ", words));
        System.out.flush();
    }
}
