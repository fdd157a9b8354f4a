package nearside.worker.template;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// Names and their values; a loop or a macro has a scope of its own, as in Jinja.
final class Scope {
    private final Map<String, Value> values = new HashMap<>();
    private final @Nullable Scope outer;

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    static Scope outermost(Map<String, Value> variables) {
        Scope scope = new Scope(null);
        for (Value.Function function : Value.Function.values()) {
            scope.set(function.name().toLowerCase(java.util.Locale.ROOT), function);
        }
        variables.forEach(scope::set);
        return scope;
    }

    Scope inner() {
        return new Scope(this);
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    Value get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Value value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Value.Missing("'" + name + "' is undefined");
    }
}
