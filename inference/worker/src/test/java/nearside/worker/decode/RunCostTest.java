package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunCostTest {
    private final RunCost cost = new RunCost();

    @Test
    void beforeAnythingIsMeasuredAFurtherRowCostsAThird() {
        assertEquals(1, cost.of(1));
        assertEquals(1.3, cost.of(2), 1e-9);
        assertEquals(5.5, cost.of(16), 1e-9);
    }

    /// Two rows cost twice one row, each more a sixth.
    @Test
    void learnsTheLineOfManyRowsApartFromTheSingleRow() {
        for (int i = 0; i < 20; i++) {
            cost.ran(1, 0.009);
            cost.ran(2, 0.018);
            cost.ran(8, 0.027);
        }
        assertEquals(1, cost.of(1));
        assertEquals(2, cost.of(2), 0.01);
        assertEquals(2.5, cost.of(5), 0.01);
        assertEquals(13.0 / 3, cost.of(16), 0.01);
    }

    @Test
    void oneSizeAloneSaysNothingAboutTheOthers() {
        cost.ran(1, 0.01);
        cost.ran(8, 0.03);
        cost.ran(8, 0.03);
        assertEquals(3, cost.of(8), 0.01);
        assertEquals(3.3, cost.of(9), 0.01);
    }

    @Test
    void followsADeviceThatGetsSlower() {
        for (int i = 0; i < 200; i++) {
            cost.ran(1, 0.01);
            cost.ran(4, i < 100 ? 0.02 : 0.04);
            cost.ran(8, i < 100 ? 0.02 : 0.04);
        }
        assertEquals(4, cost.of(6), 0.05);
    }
}
