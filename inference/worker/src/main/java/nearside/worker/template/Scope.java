package nearside.worker.template;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Names and their values; a loop or a macro has a scope of its own, as in Jinja.
final class Scope {
    private static final String LOOP = "loop";

    private final Map<String, Value> values = new HashMap<>();
    private final @Nullable Scope outer;
    private final @Nullable Supplier<Value> loop;

    private Scope(@Nullable Scope outer, @Nullable Supplier<Value> loop) {
        this.outer = outer;
        this.loop = loop;
    }

    static Scope outermost(Map<String, Value> variables) {
        Scope scope = new Scope(null, null);
        for (Value.Function function : Value.Function.values()) {
            scope.set(function.name().toLowerCase(Locale.ROOT), function);
        }
        variables.forEach(scope::set);
        return scope;
    }

    Scope inner() {
        return new Scope(this, null);
    }

    /// The scope of one turn of a loop; `loop` is made when it is asked for.
    Scope turn(Supplier<Value> place) {
        return new Scope(this, place);
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    Value get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Value value = scope.own(name);
            if (value != null) {
                return value;
            }
        }
        return new Value.Missing("'" + name + "' is undefined");
    }

    private @Nullable Value own(String name) {
        Value value = values.get(name);
        if (value == null && loop != null && name.equals(LOOP)) {
            value = loop.get();
            values.put(LOOP, value);
        }
        return value;
    }
}
