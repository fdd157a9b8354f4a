package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.copilot.borrow.Lender.Whose;
import nearside.farside.FarSide;
import nearside.farside.Seen;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The house itself sees when the ledger and a far side's own log are not the same.
class TwoLogsTest {
    private static final Ended KEPT = new Ended(1, "COMPLETE", 200, 12, 34, 5, 6);

    @Test
    void whatLeavesWithoutARowIsSeen(@TempDir Path folder) throws Exception {
        House house = new House(folder);
        try (FarSide far = FarSide.plain((_, wire) -> wire.whole(200, "", new byte[0]))) {
            house.lends(far, Whose.CLOUD);
            try (Socket socket = new Socket(far.base().getHost(), far.base().getPort())) {
                socket.getOutputStream()
                        .write(
                                "POST /v1 HTTP/1.1\r\nContent-Length: 2\r\n\r\nHi"
                                        .getBytes(StandardCharsets.US_ASCII));
                assertEquals('H', socket.getInputStream().read());
            }
            assertThrows(AssertionError.class, house::close);
        }
    }

    @Test
    void aRowWithOtherBytesIsSeen() {
        new TwoLogs(List.of(KEPT), List.of(seen(200, 12, 34))).assertEqual();
        for (Seen other : List.of(seen(200, 13, 34), seen(200, 12, 35), seen(201, 12, 34))) {
            TwoLogs logs = new TwoLogs(List.of(KEPT), List.of(other));
            assertThrows(AssertionError.class, logs::assertEqual);
        }
        TwoLogs unseen = new TwoLogs(List.of(KEPT), List.of());
        assertThrows(AssertionError.class, unseen::assertEqual);
    }

    private static Seen seen(int status, long in, long out) {
        return new Seen("/v1", status, in, out, 0);
    }
}
