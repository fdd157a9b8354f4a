package nearside.worker.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value inside a template, with Python's meaning. All but [Namespace] are immutable.
public sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    record Real(double number) implements Value {}

    record Truth(boolean holds) implements Value {}

    record None() implements Value {}

    /// What a name stands for that was never given; prints as nothing.
    record Missing(String problem) implements Value {}

    record Sequence(List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, Value> entries) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// The one thing that a template may change: `namespace(found=false)`.
    final class Namespace implements Value {
        final Map<String, Value> entries = new LinkedHashMap<>();
    }

    /// A function that every template may call.
    enum Function implements Value {
        RAISE_EXCEPTION,
        NAMESPACE,
        RANGE,
        STRFTIME_NOW,
        DICT
    }

    /// A `{% macro %}` of the template itself.
    record Macro(Node.Define definition) implements Value {}

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long number) {
        return new Whole(number);
    }

    static Value of(boolean holds) {
        return new Truth(holds);
    }

    /// Whether Python takes it for true.
    default boolean holds() {
        return switch (this) {
            case Text text -> !text.text().isEmpty();
            case Whole whole -> whole.number() != 0;
            case Real real -> real.number() != 0;
            case Truth truth -> truth.holds();
            case None _, Missing _ -> false;
            case Sequence sequence -> !sequence.items().isEmpty();
            case Mapping mapping -> !mapping.entries().isEmpty();
            case Namespace _, Function _, Macro _ -> true;
        };
    }

    /// What it is, for a sentence that says what was found.
    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Whole _, Real _ -> "a number";
            case Truth _ -> "a truth value";
            case None _ -> "none";
            case Missing missing -> "nothing (" + missing.problem() + ")";
            case Sequence _ -> "a list";
            case Mapping _ -> "a mapping";
            case Namespace _ -> "a namespace";
            case Function _, Macro _ -> "a function";
        };
    }
}
