package nearside.engine.schema;

import java.util.List;
import java.util.OptionalInt;

/// The values that a JSON Schema accepts, reduced to six kinds.
public sealed interface Schema {
    /// Any text of so many characters (code points).
    record Text(int minLength, OptionalInt maxLength) implements Schema {}

    record Numeric(Kind kind) implements Schema {}

    enum Kind {
        NUMBER,
        INTEGER
    }

    /// One of these values, each as compact JSON: enum, const, booleans and null.
    record Literals(List<String> values) implements Schema {
        public Literals {
            values = List.copyOf(values);
        }
    }

    record Sequence(Schema items, int minItems, OptionalInt maxItems) implements Schema {}

    /// An object with these fields and no others, written in this order.
    record Fields(List<Field> fields) implements Schema {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    record Field(String name, Schema value, Presence presence) {}

    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    record Either(List<Schema> options) implements Schema {
        public Either {
            options = List.copyOf(options);
        }
    }
}
