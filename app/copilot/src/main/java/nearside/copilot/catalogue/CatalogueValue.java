package nearside.copilot.catalogue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A value of a catalogue that knows where it stands, so that a wrong one can be named.
///
/// @param key the path to it, empty for the whole file
record CatalogueValue(String key, JsonElement element) {

    /// An object with no other keys than these.
    CatalogueValue only(Set<String> keys) throws Unfit {
        if (!(element instanceof JsonObject object)) {
            throw wrong("an object");
        }
        for (String name : object.keySet()) {
            if (!keys.contains(name)) {
                throw new Unfit(new CatalogueFault.UnknownKey(Term.shown(path(name))));
            }
        }
        return this;
    }

    CatalogueValue at(String name) throws Unfit {
        Optional<CatalogueValue> found = find(name);
        if (found.isEmpty()) {
            throw new Unfit(new CatalogueFault.WrongValue(path(name), "a value", "nothing"));
        }
        return found.get();
    }

    /// Null is a value, and a wrong one.
    Optional<CatalogueValue> find(String name) {
        return element instanceof JsonObject object && object.has(name)
                ? Optional.of(new CatalogueValue(path(name), object.get(name)))
                : Optional.empty();
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    String text(Term term) throws Unfit {
        if (element instanceof JsonPrimitive text
                && text.isString()
                && term.holds(text.getAsString())) {
            return text.getAsString();
        }
        throw wrong(term.expected());
    }

    long whole(long least, long most) throws Unfit {
        if (element instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsString().matches("[0-9]{1,18}")) {
            long value = Long.parseLong(number.getAsString());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw wrong("a whole number from " + least + " to " + most);
    }

    int whole(int least, int most) throws Unfit {
        return (int) whole((long) least, (long) most);
    }

    /// One of the words that some constants are called by, in small letters.
    <E extends Enum<E>> E oneOf(Set<E> constants) throws Unfit {
        for (E constant : constants) {
            if (element instanceof JsonPrimitive word
                    && word.isString()
                    && word.getAsString().equals(word(constant))) {
                return constant;
            }
        }
        throw wrong(
                "one of "
                        + String.join(
                                ", ",
                                constants.stream().map(CatalogueValue::word).sorted().toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    LocalDate date() throws Unfit {
        if (element instanceof JsonPrimitive text
                && text.isString()
                && text.getAsString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                return LocalDate.parse(text.getAsString());
            } catch (DateTimeException none) {
                throw wrong("a day that there is");
            }
        }
        throw wrong("a day, such as 2026-01-31");
    }

    List<CatalogueValue> items(int least, int most) throws Unfit {
        if (!(element instanceof JsonArray array) || array.size() < least || array.size() > most) {
            throw wrong("a list of " + least + " to " + most);
        }
        List<CatalogueValue> items = new ArrayList<>();
        for (JsonElement item : array) {
            items.add(new CatalogueValue(key + "[" + items.size() + "]", item));
        }
        return items;
    }

    Unfit wrong(String expected) {
        return new Unfit(
                new CatalogueFault.WrongValue(
                        Term.shown(key), expected, Term.shown(element.toString())));
    }
}
