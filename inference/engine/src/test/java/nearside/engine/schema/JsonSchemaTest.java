package nearside.engine.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.schema.Schema.Either;
import nearside.engine.schema.Schema.Field;
import nearside.engine.schema.Schema.Fields;
import nearside.engine.schema.Schema.Kind;
import nearside.engine.schema.Schema.Literals;
import nearside.engine.schema.Schema.Numeric;
import nearside.engine.schema.Schema.Presence;
import nearside.engine.schema.Schema.Sequence;
import nearside.engine.schema.Schema.Text;
import nearside.engine.schema.SchemaFlaw.Impossible;
import nearside.engine.schema.SchemaFlaw.NoType;
import nearside.engine.schema.SchemaFlaw.NotJson;
import nearside.engine.schema.SchemaFlaw.TooDeep;
import nearside.engine.schema.SchemaFlaw.TooLong;
import nearside.engine.schema.SchemaFlaw.Unsupported;
import nearside.engine.schema.SchemaFlaw.WrongValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalInt;

class JsonSchemaTest {
    private static final Schema ANY_TEXT = new Text(0, OptionalInt.empty());

    /// Schemas are written with single quotes here.
    private static SchemaCheck check(String schema) {
        return JsonSchema.check(schema.replace('\'', '"'));
    }

    private static Schema read(String schema) {
        return assertInstanceOf(SchemaCheck.Sound.class, check(schema)).schema().root();
    }

    private static SchemaFlaw flaw(String schema) {
        return assertInstanceOf(SchemaCheck.Flawed.class, check(schema)).flaw();
    }

    @Test
    void eachTypeIsRead() {
        assertEquals(ANY_TEXT, read("{'type': 'string'}"));
        assertEquals(
                new Text(1, OptionalInt.of(9)),
                read("{'type': 'string', 'minLength': 1, 'maxLength': 9.0}"));
        assertEquals(new Numeric(Kind.NUMBER), read("{'type': 'number'}"));
        assertEquals(new Numeric(Kind.INTEGER), read("{'type': 'integer'}"));
        assertEquals(new Literals(List.of("true", "false")), read("{'type': 'boolean'}"));
        assertEquals(new Literals(List.of("null")), read("{'type': 'null'}"));
        assertEquals(new Fields(List.of()), read("{'type': 'object'}"));
        assertEquals(
                new Sequence(ANY_TEXT, 2, OptionalInt.of(3)),
                read(
                        "{'type': 'array', 'items': {'type': 'string'}, 'minItems': 2, 'maxItems': 3}"));
    }

    @Test
    void fieldsKeepTheirOrderAndSayWhetherTheyMustBeThere() {
        assertEquals(
                new Fields(
                        List.of(
                                new Field("b", ANY_TEXT, Presence.OPTIONAL),
                                new Field("a", new Numeric(Kind.INTEGER), Presence.REQUIRED))),
                read(
                        """
                        {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'T',
                         'type': 'object', 'additionalProperties': false, 'required': ['a'],
                         'properties': {'b': {'type': 'string', 'description': 'B'},
                                        'a': {'type': 'integer', 'default': 3}}}
                        """));
    }

    @Test
    void severalTypesAreAChoiceWithKeywordsOfTheirOwn() {
        assertEquals(
                new Either(
                        List.of(new Text(3, OptionalInt.empty()), new Literals(List.of("null")))),
                read("{'type': ['string', 'null'], 'minLength': 3}"));
        assertEquals(
                new Either(List.of(ANY_TEXT, new Literals(List.of("null")))),
                read("{'anyOf': [{'type': 'string'}, {'type': 'null'}]}"));
    }

    @Test
    void valuesOfAnEnumAreThoseOfTheTypeBesideIt() {
        assertEquals(
                new Literals(List.of("\"a\"", "1.0", "null", "{\"x\":[1]}")),
                read("{'enum': ['a', 1.0, null, {'x': [1]}, 'a']}"));
        assertEquals(
                new Literals(List.of("1.0", "20")),
                read("{'type': 'integer', 'enum': ['a', 1.0, 1.5, 20]}"));
        assertEquals(new Literals(List.of("\"é\"")), read("{'const': '\\u00e9'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pattern",
                "format",
                "minimum",
                "multipleOf",
                "uniqueItems",
                "$ref",
                "oneOf",
                "minLength",
                "if",
                "patternProperties"
            })
    void aKeywordOutsideTheSubsetIsNamedWithItsPath(String keyword) {
        assertEquals(
                new Unsupported("#/properties/x~1y/items", keyword),
                flaw(
                        """
                        {'type': 'object', 'properties': {'x/y': {'type': 'array', 'items':
                            {'type': 'integer', '%s': 1}}}}
                        """
                                .formatted(keyword)));
    }

    @Test
    void fieldsThatAreNotNamedAreNotWritten() {
        assertEquals(
                new Unsupported("#", "additionalProperties"),
                flaw("{'type': 'object', 'additionalProperties': true}"));
        assertEquals(
                new Unsupported("#", "additionalProperties"),
                flaw("{'type': 'object', 'additionalProperties': {'type': 'string'}}"));
    }

    @Test
    void aSchemaThatSaysNothingIsRefused() {
        assertEquals(new NoType("#"), flaw("{'title': 'anything'}"));
        assertEquals(
                new WrongValue("#/items", "", "an object"), flaw("{'type':'array','items':true}"));
        assertEquals(new WrongValue("#", "items", "a value"), flaw("{'type': 'array'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minLength | {'type': 'string', 'minLength': -1}",
                "maxLength | {'type': 'string', 'maxLength': 1.5}",
                "maxLength | {'type': 'string', 'maxLength': 1e999999999}",
                "maxItems | {'type': 'array', 'items': {'type': 'null'}, 'maxItems': '3'}",
                "type | {'type': 'text'}",
                "type | {'type': 7}",
                "enum | {'enum': 'a'}",
                "required | {'type': 'object', 'required': 'a'}",
                "properties | {'type': 'object', 'properties': []}",
                "anyOf | {'anyOf': {}}",
            })
    void aWrongValueIsNamed(String keyword, String schema) {
        assertEquals(keyword, assertInstanceOf(WrongValue.class, flaw(schema)).keyword());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxLength | {'type': 'string', 'minLength': 3, 'maxLength': 2}",
                "maxItems | {'type': 'array', 'items': {'type': 'null'}, 'minItems': 1, 'maxItems': 0}",
                "required | {'type': 'object', 'required': ['a']}",
                "enum | {'enum': []}",
                "enum | {'type': 'string', 'enum': [1]}",
                "const | {'type': 'null', 'const': 1}",
                "anyOf | {'anyOf': []}",
                "type | {'type': []}",
            })
    void whatNothingMatchesIsRefused(String keyword, String schema) {
        assertEquals(new Impossible("#", keyword), flaw(schema));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertInstanceOf(NotJson.class, flaw(""));
        assertInstanceOf(NotJson.class, flaw("{'type': 'null'"));
        assertInstanceOf(NotJson.class, flaw("{'type': 'null'} x"));
        assertInstanceOf(NotJson.class, flaw("{type: 'null'}"));
        assertInstanceOf(NotJson.class, flaw("{'const': '\\ud83d'}"));
    }

    @Test
    void depthAndLengthHaveTheirLimits() {
        String deep =
                "{'type': 'array', 'items': ".repeat(33) + "{'type': 'null'}" + "}".repeat(33);
        assertEquals(new TooDeep("#" + "/items".repeat(33), 32), flaw(deep));
        String hopeless = "[".repeat(100_000);
        assertInstanceOf(NotJson.class, flaw(hopeless));
        assertEquals(new TooLong(300_000, 262_144), flaw(" ".repeat(300_000)));
    }
}
