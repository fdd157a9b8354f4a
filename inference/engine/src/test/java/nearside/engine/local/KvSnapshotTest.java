package nearside.engine.local;

import static nearside.engine.local.RotaryFactors.LONG;
import static nearside.engine.local.RotaryFactors.SHORT;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.engine.TokenIds;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class KvSnapshotTest {
    private static KvPart part(int from, int... ids) {
        return new KvPart(from, TokenIds.of(ids), SHORT, 8);
    }

    @Test
    void laterPartsTakeThePlaceOfTheLastTokens() {
        KvSnapshot snapshot = new KvSnapshot(List.of(part(0, 1, 2, 3), part(2, 4, 5), part(4, 6)));
        assertEquals(TokenIds.of(1, 2, 4, 5, 6), snapshot.ids());
        assertEquals(5, snapshot.end());
        assertEquals(6, snapshot.tokens());
        assertEquals(8, snapshot.bytesPerToken());
    }

    @Test
    void partsThatLeaveAGapOrDoNotGrowAreRefused() {
        assertEquals(Optional.empty(), KvSnapshot.of(List.of()));
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(1, 2))));
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(0))));
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(0, 1, 2), part(3, 4))));
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(0, 1, 2), part(1, 4))));
        KvPart otherFactors = new KvPart(2, TokenIds.of(4), LONG, 8);
        KvPart otherBytes = new KvPart(2, TokenIds.of(4), SHORT, 4);
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(0, 1, 2), otherFactors)));
        assertEquals(Optional.empty(), KvSnapshot.of(List.of(part(0, 1, 2), otherBytes)));
    }

    @Test
    void aPartComesBackFromItsBytes() {
        KvPart part = new KvPart(7, TokenIds.of(1, -2, 3), LONG, 786_432);
        assertEquals(Optional.of(part), KvPart.of(part.bytes()));
        assertEquals(3 * 786_432, part.dataBytes());
    }

    @Test
    void otherBytesAreNoPart() {
        byte[] bytes = part(7, 1, 2).bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertEquals(Optional.empty(), KvPart.of(Arrays.copyOf(bytes, length)));
        }
        assertEquals(Optional.empty(), KvPart.of(Arrays.copyOf(bytes, bytes.length + 1)));
        bytes[0] = (byte) 0x80;
        assertEquals(Optional.empty(), KvPart.of(bytes), "a negative start");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> part(-1));
        assertThrows(IllegalArgumentException.class, () -> part(Integer.MAX_VALUE, 1));
        assertThrows(IllegalArgumentException.class, () -> new KvPart(0, TokenIds.NONE, SHORT, 0));
    }
}
