package nearside.storage.past.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.PastConversation;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class MarkdownPageTest {
    private static String page(PastConversation conversation) throws IOException {
        StringBuilder page = new StringBuilder();
        new MarkdownPage(new Plain()).write(conversation, page);
        return page.toString();
    }

    @Test
    void eachMessageStandsUnderWhoSaidItAndWhen() throws Exception {
        assertEquals(
                """
                # On eggs

                *0 s – 9 s*

                ## user · 0 s

                How?

                ## assistant · 1 s · phi · stopped

                **So.**
                """,
                page(Plain.conversation("On eggs", "How?", "**So.**")));
    }

    @Test
    void aTitleIsOneLineWithoutMarks() throws Exception {
        assertEquals(
                "# a \\*b\\* \\[c\\](d) \\# \\<e\\>",
                page(Plain.conversation("a *b*\n[c](d) # <e>")).lines().findFirst().orElse(""));
    }

    @Test
    void codeThatNobodyClosedDoesNotSwallowTheNextMessage() throws Exception {
        assertEquals(
                """
                # t

                *0 s – 9 s*

                ## user · 0 s

                ```
                x
                ```

                ## assistant · 1 s · phi · stopped

                y
                """,
                page(Plain.conversation("t", "```\nx", "y")));
    }

    @Test
    void filesAreNamedUnderTheirMessageWithoutMarks() throws Exception {
        assertEquals(
                """
                # t

                *0 s – 9 s*

                ## user · 0 s

                ```
                x
                ```

                *a\\*b c\\_d.txt, 5*
                """,
                page(Plain.attached(Plain.conversation("t", "```\nx"), "a*b\nc_d.txt")));
    }

    @Test
    void whatIsOnOtherBranchesIsCounted() throws Exception {
        String page = page(Plain.cut(Plain.conversation("t", "a", "b", "c")));
        assertEquals("*2 left out*", page.strip().lines().toList().getLast());
    }
}
