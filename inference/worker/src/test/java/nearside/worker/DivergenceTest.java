package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final double EXACT = 1e-6;

    @Test
    void sameLogitsDoNotDiffer() {
        Divergence none = new Divergence();
        none.add(new float[] {1, 2, 3}, new float[] {1, 2, 3}, 0);
        assertEquals(0, none.divergence(), EXACT);
        assertEquals(1, none.sameChoice(), EXACT);
        assertEquals(Math.log(1 + Math.E + Math.E * Math.E), none.surprise(), EXACT);
    }

    @Test
    void figuresAreThoseOfTheFormula() {
        Divergence some = new Divergence();
        float[] half = {0, 0};
        float[] quarter = {0, (float) Math.log(3)};
        some.add(half, quarter, 0);
        assertEquals(.5 * Math.log(.5 / .25) + .5 * Math.log(.5 / .75), some.divergence(), EXACT);
        assertEquals(Math.log(4), some.surprise(), EXACT);
        assertEquals(0, some.sameChoice(), EXACT);
        assertEquals(1, some.tokens());
    }
}
