package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.EvidencePacker;
import nearside.copilot.context.Limit;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.List;

/// Leaves lines of a conversation out where all of it does not fit.
///
/// @param engine whose tokens are counted
record Shortening(Engine engine) {
    /// What a chat template adds to a line at most, in tokens.
    private static final int TEMPLATE = 6;

    private static final ContextPacker PACKER = new EvidencePacker();

    /// Tokens of what stays in any case: what the model is told first, and the question itself.
    int least(List<Line> lines) {
        return EvidencePacker.neverCut(Talk.of(lines)).stream().mapToInt(this::tokens).sum();
    }

    /// Templates want a user first and the roles to alternate: an answer whose question is left out
    /// goes with it.
    Packed to(int budget, List<Line> lines) {
        Packed packed = PACKER.pack(Talk.of(lines), Limit.of(budget), this::tokens);
        List<Line> kept = new ArrayList<>(packed.lines());
        List<Seen> seen = new ArrayList<>(packed.seen());
        int first = 0;
        for (int line = 0; line < lines.size() - 1; line++) {
            if (seen.get(line) == Seen.NOTHING) {
                continue;
            }
            if (kept.get(first).role() == Role.USER) {
                break;
            }
            if (kept.get(first).role() == Role.ASSISTANT) {
                kept.remove(first);
                seen.set(line, Seen.NOTHING);
            } else {
                first++;
            }
        }
        return new Packed(History.joined(kept), packed.tokens(), seen);
    }

    private int tokens(Line line) {
        return TokenCount.of(engine, List.of(line.text())).count() + TEMPLATE;
    }
}
