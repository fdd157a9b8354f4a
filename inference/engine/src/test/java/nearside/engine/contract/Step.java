package nearside.engine.contract;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;

import java.util.concurrent.CompletableFuture;

/// One step of a scripted reply.
public sealed interface Step {
    /// The event comes as it is.
    record Say(ReplyEvent event) implements Step {}

    /// A piece of text with one token comes.
    record Write(String text) implements Step {}

    /// Nothing comes until the gate is completed.
    record Await(CompletableFuture<Void> gate) implements Step {}

    /// The piece comes again and again, until the limit or until somebody stops it.
    record WriteForever(String text) implements Step {}

    /// The reply ends, with the usage so far.
    record End(Finish finish) implements Step {}

    /// The reply ends, for this reason.
    record Fail(EngineFailure failure) implements Step {}

    /// Nothing comes any more until somebody stops the reply.
    static Step hang() {
        return new Await(new CompletableFuture<>());
    }

    static Step end() {
        return new End(Finish.EOS);
    }
}
