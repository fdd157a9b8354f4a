package nearside.worker.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.util.Map;

/// A template comes with a model from anywhere: whatever it tries, it ends with a sentence.
class HostileTemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{% for a in range(9999) %}{% for b in range(9999) %}{{ loop.last }}{% endfor %}"
                        + "{% endfor %}",
                "{{ range(999999999) }}",
                "{{ 'x' * 9999999999 }}",
                "{{ [0] * 9999999999 }}",
                "{{ 99999999999999999999 }}",
                "{{ 2 ** 9999999999 }}",
                "{% set n = namespace(s='xxxxxxxx') %}{% for i in range(99) %}"
                        + "{% set n.s = n.s + n.s %}{% endfor %}",
                "{% set n = namespace(s=[1]) %}{% for i in range(99) %}"
                        + "{% set n.s = [n.s, n.s] %}{% endfor %}{{ n.s }}",
                "{% set n = namespace(s=[1], t=[1]) %}{% for i in range(60) %}"
                        + "{% set n.s = [n.s, n.s] %}{% set n.t = [n.t, n.t] %}{% endfor %}"
                        + "{{ n.s == n.t }}",
                "{% set n = namespace(s=[1]) %}{% for i in range(99999) %}"
                        + "{% set n.s = [n.s] %}{% endfor %}{{ n.s }}",
                "{% set a = 'aaaaaaaa' * 99999 %}{{ a.replace('a', a) }}",
                "{% set a = 'aaaaaaaa' * 99999 %}{{ a.join(a) }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
            })
    void endsWithASentenceThatNamesTheLine(String template) {
        TemplateException refusal = assertThrows(TemplateException.class, () -> render(template));
        assertTrue(refusal.problem().startsWith("Line 1 of the chat template: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "not ", "-", "1 + ", "x.", "1 if ", "f(", "{'a': "})
    void deepExpressionsAreRefused(String piece) {
        String template = "{{ " + piece.repeat(100_000) + "1 }}";
        assertThrows(TemplateException.class, () -> ChatTemplate.parse(template));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% if 1 %}", "{% for i in [1] %}", "{% generation %}"})
    void deepTagsAreRefused(String tag) {
        assertThrows(TemplateException.class, () -> ChatTemplate.parse(tag.repeat(50_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__.__mro__ }}",
                "{{ messages.__init__() }}",
                "{{ range.__globals__['os'] }}",
                "{{ namespace().__class__.x }}",
                "{% include '/etc/passwd' %}",
                "{% import 'os' as os %}",
                "{{ cycler.next() }}"
            })
    void nothingOfTheHostCanBeReached(String template) {
        assertThrows(TemplateException.class, () -> render(template));
    }

    @Test
    void aTemplateOfAbsurdLengthIsRefused() {
        assertThrows(TemplateException.class, () -> ChatTemplate.parse("x".repeat(2_000_000)));
    }

    @Test
    void theSentenceNamesLineExpectationAndFinding() {
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> render("a\n\n{{ 'x' + 1 }}"));
        assertEquals(
                "Line 3 of the chat template: expected two numbers, two texts or two lists,"
                        + " found a text and a number.",
                refusal.problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "{{ {'items': 1}.items }} # 'items' is a method of a mapping: it can only be called.",
                "{{ {'a': 1}['keys'] }} # 'keys' is a method of a mapping: it can only be called.",
                "{{ '12' | int(base=8) }} # the argument 'base' is not supported here.",
                "{{ 'ab'.startswith('b', 1) }} # expected at most 1 arguments, found 2.",
                "{{ 'a' | wordcount }} # the filter 'wordcount' is not supported here.",
                "{{ 'a' is escaped }} # the test 'escaped' is not supported here.",
                "{{ 'a'.zfill(3) }} # the method 'zfill' of a text is not supported here.",
                "{{ strftime_now('%d %q') }} # '%q' in a date is not supported here.",
                "{{ strftime_now('%') }} # '%' in a date is not supported here.",
                "{{ strftime_now('%-Y') }} # '%-Y' in a date is not supported here.",
                "{{ {1: 2} }} # expected a text as the key of a mapping.",
                "{{ [1] | tojson(separators=',') }} # expected two texts as 'separators', found a text."
            })
    void whatIsNotKnownIsNamedAndNotLeftOut(String template, String problem) {
        TemplateException refusal = assertThrows(TemplateException.class, () -> render(template));
        assertEquals("Line 1 of the chat template: " + problem, refusal.problem());
    }

    @Test
    void anUnsupportedTagIsNamed() {
        TemplateException refusal =
                assertThrows(
                        TemplateException.class, () -> ChatTemplate.parse("{% include 'x' %}"));
        assertEquals(
                "Line 1 of the chat template: the tag 'include' is not supported here.",
                refusal.problem());
    }

    private static String render(String template) {
        return ChatTemplate.parse(template).render(Map.of(), LocalDateTime.MIN);
    }
}
