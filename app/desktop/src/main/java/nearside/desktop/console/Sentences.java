package nearside.desktop.console;

import nearside.copilot.borrow.Offer;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.copilot.orchestrator.Whole;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.engine.EngineFailure;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.storage.Lock;
import nearside.storage.Recovered;
import nearside.storage.StorageFailure;
import nearside.storage.past.PastRefusal;

import java.io.PrintStream;

/// Says on standard error what went wrong: what happened, what it means, what to do next.
final class Sentences {
    private final PrintStream err;
    private final Explain explain;

    Sentences(PrintStream err, Explain explain) {
        this.err = err;
        this.explain = explain;
    }

    /// Says how a turn ended, if there is something to say.
    ExitCode ended(TurnEvent.End end) {
        return switch (end) {
            case TurnEvent.Done _ -> ExitCode.DONE;
            case TurnEvent.Declined declined -> failed(explain.of(declined));
            case TurnEvent.EngineFailed(var failure) -> failed(failure);
            case TurnEvent.StorageFailed(var failure) -> failed(failure);
            case TurnEvent.Broken broken -> failed(explain.of(broken));
        };
    }

    ExitCode failed(EngineFailure failure) {
        return failed(explain.of(failure));
    }

    ExitCode failed(FolderFlaw flaw) {
        return failed(explain.of(flaw));
    }

    /// Something of the past that was left out.
    void note(PastRefusal refusal) {
        note(of(refusal));
    }

    String of(PastRefusal refusal) {
        return explain.of(refusal);
    }

    ExitCode noConversation(String id) {
        return failed(explain.noConversation(id));
    }

    ExitCode exportForbidden() {
        return failed(explain.exportForbidden());
    }

    ExitCode nothingToBring() {
        return failed(explain.nothingToBring());
    }

    /// A command that needs the passphrase asked for it already, where it could.
    ExitCode failed(StorageFailure failure) {
        return failed(
                failure instanceof StorageFailure.Locked(var profile, Lock why)
                                && why == Lock.PASSPHRASE_NEEDED
                        ? explain.noTerminal(profile)
                        : explain.of(failure));
    }

    /// Something that is worth saying but ends nothing.
    void note(String sentence) {
        err.println(sentence);
    }

    void note(Trouble trouble) {
        err.println("nearside: " + trouble.title() + ". " + trouble.meaning());
    }

    /// What a sound model is, in a few words.
    String described(ModelFolder folder) {
        String sizes =
                "%s, %,d MB, window %,d tokens"
                        .formatted(
                                folder.family(),
                                folder.contents().weightBytes() / 1_000_000,
                                folder.shape().window());
        return folder.madeFor()
                .map(provider -> sizes + ". " + explain.madeFor(provider))
                .orElse(sizes);
    }

    /// Says in one line what left this device.
    void left(Offer offer) {
        note("nearside: " + explain.left(offer));
    }

    /// Says in one line what a far model asks for.
    void needs(TurnEvent.Needs needs) {
        note("nearside: " + explain.needs(needs));
    }

    /// Says in one line that an answer rests on a part.
    void restsOnAPart(Whole whole) {
        note("nearside: " + explain.of(whole));
    }

    /// Says in one line what became of a database that was damaged.
    void note(Recovered done) {
        Trouble said = explain.of(done);
        note("nearside: %s. %s %s".formatted(said.title(), said.meaning(), said.next().getFirst()));
    }

    ExitCode failed(Trouble trouble) {
        err.println("nearside: " + trouble.title());
        err.println("  " + trouble.meaning());
        trouble.next().forEach(step -> err.println("  - " + step));
        if (!trouble.details().isBlank()) {
            err.println("  (" + trouble.details() + ")");
        }
        return ExitCode.FAILED;
    }
}
