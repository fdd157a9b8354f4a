package nearside.desktop.theme;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// What the values of a choice are called.
public final class Names<T> extends StringConverter<T> {
    private final Function<T, String> name;

    public Names(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a name is chosen, not typed");
    }
}
