package nearside.storage.past.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.past.page.Block.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;

class BlockTest {
    private static Block text(String text) {
        return new Block(Kind.TEXT, text);
    }

    private static Block code(String text) {
        return new Block(Kind.CODE, text);
    }

    @Test
    void textWithoutAFenceIsOneBlock() {
        assertEquals(List.of(text("a\n\nb `c`")), Block.of("a\n\nb `c`\n"));
        assertEquals(List.of(), Block.of(" \n"));
    }

    @Test
    void fencesSetCodeApart() {
        assertEquals(
                List.of(text("a"), code("x = 1\n\n  y"), text("b")),
                Block.of("a\n```python\nx = 1\n\n  y\n```\nb"));
        assertEquals(List.of(code("```")), Block.of("~~~~\n```\n~~~~"));
    }

    @Test
    void aFenceEndsByOneAsLongAndOfItsKind() {
        assertEquals(List.of(code("```\n~~~~\n``` x")), Block.of("````\n```\n~~~~\n``` x\n`````"));
    }

    @Test
    void aFenceThatNobodyClosedEndsWithTheText() {
        assertEquals(List.of(text("a"), code("b")), Block.of("a\n```\nb"));
        assertEquals("```", Block.open("a\n```\nb"));
        assertEquals("", Block.open("a\n```\nb\n```"));
    }

    @Test
    void aLineWithACodeSpanIsNoFence() {
        assertEquals(List.of(text("```a``` b")), Block.of("```a``` b"));
    }

    @Test
    void emptyCodeIsCode() {
        assertEquals(List.of(code("")), Block.of("```\n```"));
    }
}
