package nearside.worker.decode;

import nearside.engine.TokenIds;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What the look-up costs: reading a prompt once, and then each token of a reply after it, beside a
/// search through the whole text.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupBenchmark {
    static final int REPLY = 256;
    private static final int SHORTEST = 2;

    /// A prompt and the reply to it.
    @State(Scope.Thread)
    public static class Text {
        @Param({"2000", "8000"})
        int tokens;

        int[] prompt = {};
        int[] reply = {};

        @Setup
        public void write() {
            int[] all = QuotingText.of(new Random(1), tokens + REPLY);
            prompt = Arrays.copyOf(all, tokens);
            reply = Arrays.copyOfRange(all, tokens, all.length);
        }
    }

    /// A look-up that has read the prompt.
    @State(Scope.Thread)
    public static class Read {
        Lookup lookup = new Lookup(SHORTEST, new int[0]);

        @Setup(Level.Invocation)
        public void read(Text text) {
            lookup = new Lookup(SHORTEST, text.prompt);
        }
    }

    /// Drafts of a reply that begins.
    @State(Scope.Thread)
    public static class Begun {
        Drafts drafts = new Drafts(Drafts.Rule.WHERE_IT_PAYS, TokenIds.NONE, new RunCost());

        @Setup(Level.Invocation)
        public void begin(Text text) {
            TokenIds prompt = TokenIds.of(text.prompt);
            drafts = new Drafts(Drafts.Rule.WHERE_IT_PAYS, prompt, new RunCost());
        }
    }

    @Benchmark
    public Object promptRead(Text text) {
        return new Lookup(SHORTEST, text.prompt);
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public long tokenLookedUp(Text text, Read read) {
        long sum = 0;
        for (int id : text.reply) {
            read.lookup.add(id);
            sum += read.lookup.match().next();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(REPLY)
    public long tokenSearched(Text text) {
        Search search = new Search(SHORTEST, text.prompt);
        long sum = 0;
        for (int id : text.reply) {
            search.add(id);
            sum += search.match().next();
        }
        return sum;
    }

    /// A look-up, the decision how many drafts are worth a try, and what is learned from them.
    @Benchmark
    @OperationsPerInvocation(REPLY)
    public long tokenPlanned(Text text, Begun begun) {
        long sum = 0;
        for (int id : text.reply) {
            begun.drafts.chose(id);
            begun.drafts.plan(64);
            sum += begun.drafts.tried().length;
            begun.drafts.judge(0, id);
        }
        return sum;
    }
}
