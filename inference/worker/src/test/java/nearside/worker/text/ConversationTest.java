package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.Prompt.Ending;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.worker.template.TemplateException;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class ConversationTest {
    private static final String CHAT =
            "{% for m in messages %}<{{ m.role }}>{{ m.content | trim }}</>{% endfor %}"
                    + "{% if add_generation_prompt %}<assistant>{% else %}EOS{% endif %}";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-07T08:09:05Z"), ZoneOffset.UTC);
    private static final List<Line> LINES =
            List.of(new Line(Role.USER, "Hi"), new Line(Role.ASSISTANT, "I am "));

    @Test
    void aNewReplyIsOpenedByTheTemplate() {
        assertEquals(
                "<user>Hi</><assistant>I am</><assistant>",
                conversation(CHAT).render(LINES, Ending.NEW_REPLY, "\ue000"));
    }

    @Test
    void anOpenReplyStandsAsItWasWrittenWithoutItsEndMark() {
        assertEquals(
                "<user>Hi</><assistant>I am ",
                conversation(CHAT).render(LINES, Ending.OPEN_REPLY, "\ue000"));
    }

    @Test
    void anOpenReplyGoesOnFromThePromptThatItBeganWith() {
        String thinks =
                "{% for m in messages %}<{{ m.role }}>{{ m.content.split('</think>')[-1] }}</>"
                        + "{% endfor %}{% if add_generation_prompt %}<assistant><think>{% endif %}";
        List<Line> thinking =
                List.of(new Line(Role.USER, "Hi"), new Line(Role.ASSISTANT, "hm</think>I"));
        assertEquals(
                "<user>Hi</><assistant><think>hm</think>I",
                conversation(thinks).render(thinking, Ending.OPEN_REPLY, "\ue000"));
    }

    @Test
    void anOpeningThatOnlyFinishedRepliesHaveIsWritten() {
        String closed = "{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}";
        assertEquals(
                "<user>Hi</><assistant>I am ",
                conversation(closed).render(LINES, Ending.OPEN_REPLY, "\ue000"));
    }

    @Test
    void theBlankBeforeAReplyIsWrittenOnce() {
        String spaced =
                "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}"
                        + "{% if add_generation_prompt %}assistant:{% endif %}";
        assertEquals(
                "user: Hi\nassistant: I am ",
                conversation(spaced).render(LINES, Ending.OPEN_REPLY, "\ue000"));
        List<Line> blank = List.of(new Line(Role.USER, "Hi"), new Line(Role.ASSISTANT, " I"));
        assertEquals(
                "user: Hi\nassistant: I",
                conversation(spaced).render(blank, Ending.OPEN_REPLY, "\ue000"));
    }

    @Test
    void aTemplateIsToldTheDateOfTheClock() {
        assertEquals(
                "07 Mar 2026",
                conversation("{{ strftime_now('%d %b %Y') }}")
                        .render(LINES, Ending.NEW_REPLY, "\ue000"));
    }

    @Test
    void aTemplateThatLeavesTheReplyOutCannotContinueIt() {
        TemplateException refusal =
                assertThrows(
                        TemplateException.class,
                        () -> conversation("x").render(LINES, Ending.OPEN_REPLY, "\ue000"));
        assertEquals(
                "The chat template leaves out the last reply: it cannot be continued.",
                refusal.problem());
    }

    private static Conversation conversation(String template) {
        return new Conversation(new TokenizerConfig(template, Map.of()), CLOCK);
    }
}
