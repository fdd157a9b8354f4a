package nearside.storage.campaign;

import nearside.storage.Message;

import java.util.Optional;

/// One call that a session makes on its profile, and a line that says it. Texts are named by their
/// number, see [Words].
sealed interface Step {
    /// A question; without a conversation, a new one.
    record Begin(Optional<String> conversation, int text) implements Step {}

    record Append(String reply, int text) implements Step {}

    record Finish(String reply, Message.State state, int facts) implements Step {}

    record Resume(String reply) implements Step {}

    record Decide(String reply, int text) implements Step {}

    record Rename(String conversation, int text) implements Step {}

    /// Of the conversation not begun when there is none; number zero removes it.
    record Draft(Optional<String> conversation, int text) implements Step {}

    record Trash(String conversation) implements Step {}

    record Restore(String conversation) implements Step {}

    record Remove(String conversation) implements Step {}

    /// A change of the settings.
    record Choose(int model) implements Step {}

    /// From now on these words open the profile; zero: its key file does.
    record Protect(int words) implements Step {}

    /// Conversations of a file come in.
    record Bring(int file) implements Step {}

    /// A backup is made.
    record Keep() implements Step {}

    default String line() {
        return switch (this) {
            case Begin(var conversation, int text) -> line("begin", conversation, text);
            case Append(String reply, int text) -> line("append", Optional.of(reply), text);
            case Finish(String reply, var state, int facts) ->
                    line("finish " + state, Optional.of(reply), facts);
            case Resume(String reply) -> line("resume", Optional.of(reply), 0);
            case Decide(String reply, int text) -> line("decide", Optional.of(reply), text);
            case Rename(String id, int text) -> line("rename", Optional.of(id), text);
            case Draft(var conversation, int text) -> line("draft", conversation, text);
            case Trash(String id) -> line("trash", Optional.of(id), 0);
            case Restore(String id) -> line("restore", Optional.of(id), 0);
            case Remove(String id) -> line("remove", Optional.of(id), 0);
            case Choose(int model) -> line("choose", Optional.empty(), model);
            case Protect(int words) -> line("protect", Optional.empty(), words);
            case Bring(int file) -> line("bring", Optional.empty(), file);
            case Keep() -> line("keep", Optional.empty(), 0);
        };
    }

    private static String line(String verb, Optional<String> id, int number) {
        return verb + " " + id.orElse("-") + " " + number;
    }

    /// Reads what [#line] said.
    static Step of(String line) {
        String[] words = line.split(" ", -1);
        String id = words[words.length - 2];
        int number = Integer.parseInt(words[words.length - 1]);
        Optional<String> some = Optional.of(id).filter(it -> !it.equals("-"));
        return switch (words[0]) {
            case "begin" -> new Begin(some, number);
            case "append" -> new Append(id, number);
            case "finish" -> new Finish(id, Message.State.valueOf(words[1]), number);
            case "resume" -> new Resume(id);
            case "decide" -> new Decide(id, number);
            case "rename" -> new Rename(id, number);
            case "draft" -> new Draft(some, number);
            case "trash" -> new Trash(id);
            case "restore" -> new Restore(id);
            case "remove" -> new Remove(id);
            case "choose" -> new Choose(number);
            case "protect" -> new Protect(number);
            case "bring" -> new Bring(number);
            case "keep" -> new Keep();
            default -> throw new IllegalArgumentException(line);
        };
    }
}
