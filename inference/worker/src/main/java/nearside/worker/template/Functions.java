package nearside.worker.template;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The functions that every template may call.
final class Functions {
    private static final int LONGEST_RANGE = 100_000;

    private final Budget budget;
    private final LocalDateTime now;

    Functions(Budget budget, LocalDateTime now) {
        this.budget = budget;
        this.now = now;
    }

    Value call(Value.Function function, Given given) {
        return switch (function) {
            case RAISE_EXCEPTION ->
                    throw new TemplateException(
                            "it refuses this conversation: "
                                    + new Writing(budget)
                                            .text(given.to(List.of("message")).need("message")));
            case NAMESPACE -> namespace(given);
            case RANGE -> range(given);
            case STRFTIME_NOW ->
                    Value.of(Dates.format(given.to(List.of("format")).needText("format"), now));
            case DICT -> new Value.Mapping(entries(given));
        };
    }

    private static Value namespace(Given given) {
        Value.Namespace namespace = new Value.Namespace();
        namespace.entries.putAll(entries(given));
        return namespace;
    }

    /// Those of a mapping, and those given by name.
    private static Map<String, Value> entries(Given given) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Value first : given.positional()) {
            if (!(first instanceof Value.Mapping mapping)) {
                throw new TemplateException("expected a mapping, found " + first.kind() + ".");
            }
            entries.putAll(mapping.entries());
        }
        entries.putAll(given.named());
        return entries;
    }

    private Value range(Given given) {
        boolean single = given.positional().size() < 2;
        Given bound = given.to(single ? List.of("stop") : List.of("start", "stop", "step"));
        long from = bound.whole("start", 0);
        long to = Numbers.whole(bound.need("stop"));
        long step = bound.whole("step", 1);
        if (step == 0) {
            throw new TemplateException("expected a step other than 0 in range().");
        }
        List<Value> numbers = new ArrayList<>();
        for (long number = from; step > 0 ? number < to : number > to; number += step) {
            numbers.add(Value.of(number));
            if (numbers.size() > LONGEST_RANGE) {
                throw new TemplateException("range() is longer than " + LONGEST_RANGE + ".");
            }
        }
        budget.grow(numbers.size());
        return new Value.Sequence(numbers);
    }
}
