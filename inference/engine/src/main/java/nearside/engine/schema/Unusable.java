package nearside.engine.schema;

import java.util.Objects;

/// Carries a flaw up to the end of the check, where it becomes a value again.
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SchemaFlaw flaw;

    Unusable(SchemaFlaw flaw) {
        super(flaw.toString(), null, false, false);
        this.flaw = Objects.requireNonNull(flaw);
    }

    SchemaFlaw flaw() {
        return flaw;
    }
}
