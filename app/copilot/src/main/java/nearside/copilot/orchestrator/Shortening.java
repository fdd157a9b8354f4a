package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.EvidencePacker;
import nearside.copilot.context.Excerpts;
import nearside.copilot.context.Limit;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Leaves lines of a conversation out where all of it does not fit. For one thread.
final class Shortening {
    /// What a chat template adds to a line at most, in tokens.
    private static final int TEMPLATE = 6;

    /// Stands where the question of a pinned answer is left out.
    private static final Line LEFT_OUT = new Line(Role.USER, "[…]");

    private static final ContextPacker PACKER = new EvidencePacker();

    private final Engine engine;
    private final Map<String, Integer> counted = new HashMap<>();

    /// @param engine whose tokens are counted
    Shortening(Engine engine) {
        this.engine = engine;
    }

    /// Tokens of what stays in any case: what the model is told first, what is pinned, and the
    /// question itself.
    int least(Talk talk) {
        return EvidencePacker.neverCut(talk).stream().mapToInt(this::tokens).sum() + before(talk);
    }

    /// How many of them stay because they are pinned.
    int pinned(Talk talk) {
        return least(talk) - least(Talk.of(talk.lines()));
    }

    /// What stays, ready for a template.
    Packed to(Limit limit, Talk talk) {
        return alternating(packed(limit, talk), talk);
    }

    /// What stays, before it is made ready for a template.
    Packed packed(Limit limit, Talk talk) {
        return PACKER.pack(talk, limit.less(before(talk)), this::tokens);
    }

    /// Templates want a user first and the roles to alternate: an answer whose question is left out
    /// goes with it, or has a mark in its place where it is pinned.
    Packed alternating(Packed packed, Talk talk) {
        List<Line> lines = talk.lines();
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
            if (talk.pinned().contains(line) && kept.get(first).role() == Role.ASSISTANT) {
                kept.add(first, LEFT_OUT);
                break;
            }
            if (kept.get(first).role() == Role.ASSISTANT) {
                kept.remove(first);
                seen.set(line, Seen.NOTHING);
            } else {
                first++;
            }
        }
        return new Packed(History.joined(kept), packed.tokens(), seen, packed.coverage());
    }

    /// Tokens of what a pinned answer may need before it.
    private int before(Talk talk) {
        boolean needsQuestion =
                talk.pinned().stream()
                        .filter(line -> line < talk.lines().size())
                        .anyMatch(line -> talk.lines().get(line).role() == Role.ASSISTANT);
        return needsQuestion ? tokens(LEFT_OUT) : 0;
    }

    /// Of what is said besides.
    int tokens(Excerpts more) {
        return more.isEmpty() ? 0 : tokens(new Line(Role.USER, more.text()));
    }

    /// Of one line, with what a template adds.
    int tokens(Line line) {
        return counted.computeIfAbsent(line.text(), this::count) + TEMPLATE;
    }

    private int count(String text) {
        return TokenCount.of(engine, List.of(text)).count();
    }
}
