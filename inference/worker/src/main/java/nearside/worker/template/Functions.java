package nearside.worker.template;

import java.util.ArrayList;
import java.util.List;

/// The functions that every template may call.
final class Functions {
    private static final int LONGEST_RANGE = 100_000;

    private Functions() {}

    static Value call(Value.Function function, Given given, Budget budget) {
        return switch (function) {
            case RAISE_EXCEPTION ->
                    throw new TemplateException(
                            "it refuses this conversation: "
                                    + new Writing(budget).text(given.need(0, "message")));
            case NAMESPACE -> namespace(given);
            case RANGE -> range(given, budget);
            case DICT -> new Value.Mapping(given.named());
        };
    }

    private static Value namespace(Given given) {
        Value.Namespace namespace = new Value.Namespace();
        given.at(0, "")
                .ifPresent(first -> {
                    if (first instanceof Value.Mapping mapping) {
                        namespace.entries.putAll(mapping.entries());
                    }
                });
        namespace.entries.putAll(given.named());
        return namespace;
    }

    private static Value range(Given given, Budget budget) {
        boolean single = given.positional().size() < 2;
        long from = single ? 0 : given.whole(0, "start", 0);
        long to = Numbers.whole(given.need(single ? 0 : 1, "stop"));
        long step = given.whole(2, "step", 1);
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
