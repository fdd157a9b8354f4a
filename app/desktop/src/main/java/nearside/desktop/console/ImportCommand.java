package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.desktop.console.Command.Output;
import nearside.desktop.console.Command.Trying;
import nearside.desktop.words.Words;
import nearside.storage.Past;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastTally;

import java.util.concurrent.atomic.AtomicBoolean;

/// `import`: brings conversations in, or tells what would be.
final class ImportCommand {
    private static final int TOLD_EVERY = 500;

    private final Console console;
    private final Past past;
    private final Words words;
    private final Sentences sentences;
    private final AtomicBoolean stopped = new AtomicBoolean();

    ImportCommand(Console console, Past past, Words words, Sentences sentences) {
        this.console = console;
        this.past = past;
        this.words = words;
        this.sentences = sentences;
    }

    ExitCode run(Command.BringIn bringIn) {
        try (StopOnInterrupt _ = StopOnInterrupt.of(() -> stopped.set(true))) {
            PastTally tally =
                    switch (bringIn.trying()) {
                        case PREVIEW -> past.preview(bringIn.from(), this::met);
                        case DO -> past.bringIn(bringIn.from(), this::met);
                    };
            ExitCode exit = isNothing(tally) ? sentences.nothingToBring() : ExitCode.DONE;
            tell(bringIn, tally);
            return exit;
        }
    }

    private boolean isNothing(PastTally tally) {
        return tally.conversations().all() == 0 && !stopped.get();
    }

    private Next met(PastTally sofar) {
        int all = sofar.conversations().all();
        if (all > 0 && all % TOLD_EVERY == 0) {
            sentences.note(words.of("past.met", all));
        }
        return stopped.get() ? Next.STOP : Next.GO_ON;
    }

    private void tell(Command.BringIn bringIn, PastTally tally) {
        tally.refusals().forEach(sentences::note);
        if (stopped.get()) {
            sentences.note(words.of("past.stopped"));
        }
        if (bringIn.common().output() == Output.JSON) {
            console.out().println(json(bringIn.trying(), tally));
        } else if (!isNothing(tally)) {
            print(bringIn.trying(), tally);
        }
    }

    private void print(Trying trying, PastTally tally) {
        PastTally.Conversations conversations = tally.conversations();
        PastTally.Messages messages = tally.messages();
        console.out()
                .println(
                        switch (trying) {
                            case PREVIEW -> words.of("past.preview");
                            case DO -> words.of("past.brought");
                        });
        console.out()
                .println(
                        words.of(
                                "past.conversations",
                                conversations.fresh(),
                                conversations.grown(),
                                conversations.back(),
                                conversations.known()));
        console.out()
                .println(
                        words.of(
                                "past.messages",
                                messages.fresh(),
                                messages.known(),
                                messages.different()));
        console.out().println(words.of("past.not-brought", tally.refused()));
    }

    private JsonObject json(Trying trying, PastTally tally) {
        JsonObject json = new JsonObject();
        json.addProperty("preview", trying == Trying.PREVIEW);
        json.addProperty("stopped", stopped.get());
        JsonObject conversations = new JsonObject();
        conversations.addProperty("new", tally.conversations().fresh());
        conversations.addProperty("grown", tally.conversations().grown());
        conversations.addProperty("back", tally.conversations().back());
        conversations.addProperty("known", tally.conversations().known());
        json.add("conversations", conversations);
        JsonObject messages = new JsonObject();
        messages.addProperty("new", tally.messages().fresh());
        messages.addProperty("known", tally.messages().known());
        messages.addProperty("different", tally.messages().different());
        json.add("messages", messages);
        json.addProperty("refused", tally.refused());
        JsonArray refusals = new JsonArray();
        tally.refusals().forEach(refusal -> refusals.add(json(refusal)));
        json.add("refusals", refusals);
        return json;
    }

    private JsonObject json(PastRefusal refusal) {
        JsonObject json = new JsonObject();
        json.addProperty("file", refusal.where().file());
        refusal.where().conversation().ifPresent(it -> json.addProperty("conversation", it));
        refusal.where().message().ifPresent(it -> json.addProperty("message", it));
        refusal.where().attachment().ifPresent(it -> json.addProperty("attachment", it));
        json.addProperty("reason", refusal.getClass().getSimpleName());
        json.addProperty("sentence", sentences.of(refusal));
        return json;
    }
}
