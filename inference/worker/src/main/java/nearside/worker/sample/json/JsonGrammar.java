package nearside.worker.sample.json;

import com.google.gson.JsonPrimitive;

import nearside.engine.schema.Schema;
import nearside.engine.schema.Schema.Field;
import nearside.engine.schema.Schema.Presence;

import java.util.List;
import java.util.OptionalInt;

/// Turns a schema into the pattern of all JSON texts (RFC 8259) that are written for it.
///
/// Of the many texts for one value these are written: no white space but one blank, or none, behind
/// a colon or a comma; fields in the schema's order; enum values, constants and field names as the
/// schema spells them; numbers that a double holds (at most 15 digits before and after the point
/// and two in the exponent); no escapes of half characters.
final class JsonGrammar {
    private static final int MOST_DIGITS = 15;

    private final Patterns patterns;
    private final Pattern blank;
    private final Pattern character;
    private final Pattern integer;
    private final Pattern number;

    JsonGrammar(Patterns patterns) {
        this.patterns = patterns;
        blank = patterns.optional(patterns.text(" "));
        character = patterns.choice(plain(), escape());
        integer = integer();
        number = number();
    }

    Pattern blank() {
        return blank;
    }

    Pattern value(Schema schema) {
        return switch (schema) {
            case Schema.Text(int least, OptionalInt most) ->
                    quoted(patterns.repeat(character, least, most.orElse(Patterns.NO_END)));
            case Schema.Numeric(Schema.Kind kind) ->
                    switch (kind) {
                        case INTEGER -> integer;
                        case NUMBER -> number;
                    };
            case Schema.Literals(List<String> values) ->
                    patterns.choice(values.stream().map(patterns::text).toList());
            case Schema.Sequence(Schema items, int least, OptionalInt most) ->
                    sequence(value(items), least, most.orElse(Patterns.NO_END));
            case Schema.Fields(List<Field> fields) -> fields(fields);
            case Schema.Either(List<Schema> options) ->
                    patterns.choice(options.stream().map(this::value).toList());
        };
    }

    private Pattern quoted(Pattern inside) {
        return patterns.sequence(patterns.text("\""), inside, patterns.text("\""));
    }

    private Pattern sequence(Pattern item, int least, int most) {
        Pattern items = patterns.empty();
        if (most > 0) {
            Pattern more = patterns.sequence(patterns.text(","), blank, item);
            int mostMore = most == Patterns.NO_END ? most : most - 1;
            items =
                    patterns.sequence(
                            item, patterns.repeat(more, Math.max(0, least - 1), mostMore));
        }
        return patterns.sequence(
                patterns.text("["),
                least == 0 ? patterns.optional(items) : items,
                patterns.text("]"));
    }

    /// Built from the end: what may follow when a field stands before it, and when none does.
    private Pattern fields(List<Field> fields) {
        Pattern afterSome = patterns.text("}");
        Pattern afterNone = afterSome;
        for (Field field : fields.reversed()) {
            Pattern first = patterns.sequence(field(field), afterSome);
            Pattern further = patterns.sequence(patterns.text(","), blank, first);
            boolean optional = field.presence() == Presence.OPTIONAL;
            afterNone = optional ? patterns.choice(first, afterNone) : first;
            afterSome = optional ? patterns.choice(further, afterSome) : further;
        }
        return patterns.sequence(patterns.text("{"), afterNone);
    }

    private Pattern field(Field field) {
        return patterns.sequence(
                patterns.text(new JsonPrimitive(field.name()).toString()),
                patterns.text(":"),
                blank,
                value(field.value()));
    }

    /// One character of UTF-8 (Unicode, table 3-7) that needs no escape.
    private Pattern plain() {
        Pattern more = patterns.range(0x80, 0xbf);
        Pattern ascii =
                patterns.oneOf(
                        ByteSet.range(' ', '!')
                                .and(ByteSet.range('#', '['))
                                .and(ByteSet.range(']', 0x7f)));
        return patterns.choice(
                ascii,
                patterns.sequence(patterns.range(0xc2, 0xdf), more),
                patterns.sequence(patterns.range(0xe0, 0xe0), patterns.range(0xa0, 0xbf), more),
                patterns.sequence(patterns.range(0xe1, 0xec), more, more),
                patterns.sequence(patterns.range(0xed, 0xed), patterns.range(0x80, 0x9f), more),
                patterns.sequence(patterns.range(0xee, 0xef), more, more),
                patterns.sequence(
                        patterns.range(0xf0, 0xf0), patterns.range(0x90, 0xbf), more, more),
                patterns.sequence(patterns.range(0xf1, 0xf3), more, more, more),
                patterns.sequence(
                        patterns.range(0xf4, 0xf4), patterns.range(0x80, 0x8f), more, more));
    }

    private Pattern escape() {
        Pattern hex = patterns.oneOf(ByteSet.of("0123456789abcdefABCDEF"));
        Pattern whole = patterns.oneOf(ByteSet.of("0123456789abcefABCEF"));
        Pattern four =
                patterns.choice(
                        patterns.sequence(whole, hex, hex, hex),
                        patterns.sequence(
                                patterns.oneOf(ByteSet.of("dD")),
                                patterns.range('0', '7'),
                                hex,
                                hex));
        return patterns.sequence(
                patterns.text("\\"),
                patterns.choice(
                        patterns.oneOf(ByteSet.of("\"\\/bfnrt")),
                        patterns.sequence(patterns.text("u"), four)));
    }

    private Pattern integer() {
        Pattern digit = patterns.range('0', '9');
        return patterns.sequence(
                patterns.optional(patterns.text("-")),
                patterns.choice(
                        patterns.text("0"),
                        patterns.sequence(
                                patterns.range('1', '9'),
                                patterns.repeat(digit, 0, MOST_DIGITS - 1))));
    }

    private Pattern number() {
        Pattern digit = patterns.range('0', '9');
        Pattern fraction =
                patterns.sequence(patterns.text("."), patterns.repeat(digit, 1, MOST_DIGITS));
        Pattern exponent =
                patterns.sequence(
                        patterns.oneOf(ByteSet.of("eE")),
                        patterns.optional(patterns.oneOf(ByteSet.of("+-"))),
                        patterns.repeat(digit, 1, 2));
        return patterns.sequence(integer, patterns.optional(fraction), patterns.optional(exponent));
    }
}
