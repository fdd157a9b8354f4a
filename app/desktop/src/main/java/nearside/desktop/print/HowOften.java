package nearside.desktop.print;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import nearside.desktop.print.Printers.Order;
import nearside.desktop.words.Words;

import java.util.Optional;

/// How many copies a person wants, as it is typed.
final class HowOften {
    private static final String ONCE = "1";

    private final SimpleStringProperty typed = new SimpleStringProperty(ONCE);
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

    HowOften(Words words) {
        typed.subscribe(text ->
                fault.set(
                        count().isPresent()
                                ? ""
                                : words.of("print.copies.wrong", Order.MOST, text)));
    }

    StringProperty typed() {
        return typed;
    }

    /// What is wrong with it; empty for nothing.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// Digits of any script are digits.
    Optional<Integer> count() {
        return Optional.of(typed.get().strip())
                .filter(text -> text.matches("\\p{Nd}{1,2}"))
                .map(Integer::valueOf)
                .filter(count -> count > 0);
    }

    void once() {
        typed.set(ONCE);
    }
}
