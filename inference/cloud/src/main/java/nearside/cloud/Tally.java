package nearside.cloud;

import nearside.cloud.outbound.Ledger.Used;
import nearside.engine.TokenIds;
import nearside.engine.Usage;

import java.time.Duration;

/// What a reply used so far, counted here until the far side says it better.
final class Tally {
    private final long begun = System.nanoTime();
    private int prompt;
    private int cached;
    private int reply;
    private Duration first = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private boolean hasText;

    Tally(int prompt) {
        this.prompt = prompt;
    }

    void wrote(TokenIds ids) {
        reply += ids.count();
        last = Duration.ofNanos(System.nanoTime() - begun);
        if (!hasText) {
            first = last;
            hasText = true;
        }
    }

    void counted(Delta.Counted counted) {
        prompt = counted.prompt();
        cached = counted.cached();
        reply = counted.reply();
    }

    int replyTokens() {
        return reply;
    }

    boolean hasText() {
        return hasText;
    }

    Used used() {
        return new Used(prompt, reply);
    }

    Usage usage() {
        return new Usage(prompt, cached, reply, Duration.ZERO, first, last);
    }
}
