package nearside.copilot.context.cost;

import nearside.copilot.context.cost.Policy.Fixed;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The same conversations under one tariff, as all policies that never weigh anything send them.
/// What is compared is what the prompts cost, in US dollars: with the answers, which cost every
/// policy the same, each difference would look smaller.
record Comparison(List<ReplayedConversation> conversations, Tariff tariff, List<Row> fixed) {
    Comparison {
        conversations = List.copyOf(conversations);
        fixed = List.copyOf(fixed);
    }

    /// What one policy costs.
    ///
    /// @param usd of each conversation
    record Row(String policy, List<Double> usd) {
        Row {
            usd = List.copyOf(usd);
        }

        double total() {
            return usd.stream().mapToDouble(it -> it).sum();
        }

        /// How much more it costs than another, as a part of what that costs.
        double regret(Row other) {
            return total() / other.total() - 1;
        }
    }

    static Comparison of(List<ReplayedConversation> conversations, Tariff tariff) {
        Comparison none = new Comparison(conversations, tariff, List.of());
        return new Comparison(
                conversations,
                tariff,
                Fixed.all(tariff.terms()).stream()
                        .map(it -> none.row(it.name(), it.policy()))
                        .toList());
    }

    List<Replay> replays(Policy policy) {
        return conversations.stream().map(it -> Replay.of(it, policy, tariff)).toList();
    }

    Row row(String name, Policy policy) {
        return new Row(
                name, replays(policy).stream().map(it -> it.usdRead(tariff.prices())).toList());
    }

    /// The cheapest one in total.
    Row bestFixed() {
        return fixed.stream().min(Comparator.comparingDouble(Row::total)).orElseThrow();
    }

    /// Of each conversation the cheapest one, which nobody knows before it ends.
    Row hindsight() {
        return new Row(
                "best fixed of each",
                IntStream.range(0, conversations.size())
                        .mapToObj(i -> fixed.stream().mapToDouble(it -> it.usd().get(i)).min())
                        .map(OptionalDouble::orElseThrow)
                        .toList());
    }

    Row foresight() {
        return new Row(
                "foresight",
                conversations.stream().map(it -> Foresight.usdRead(it, tariff)).toList());
    }
}
