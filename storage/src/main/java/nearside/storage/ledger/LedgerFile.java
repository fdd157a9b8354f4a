package nearside.storage.ledger;

import com.google.gson.JsonParseException;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.vault.Place;
import nearside.storage.vault.Sealer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The file of a ledger: rows are only ever put behind the last one, and are on the disk when the
/// call returns. Each is sealed for its number.
///
/// One record is a mark (4 bytes), its number (8), the length of the sealed row (4), the sealed
/// row, and the mark backwards (4); numbers are big-endian. What is no whole record is passed over:
/// a crash left it of a last one, of which nobody was told that it is there, or it was damaged, and
/// then it shows as a gap.
final class LedgerFile {
    /// "NkG1".
    private static final int MARK = 0x4E6B4731;

    private static final int HEAD = 16;
    private static final int TAIL = 4;
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final Sealer sealer;

    LedgerFile(Path file, Sealer sealer) {
        this.file = file;
        this.sealer = sealer;
    }

    /// All rows that can be read, in order.
    List<LedgerRow> rows() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        List<LedgerRow> rows = new ArrayList<>();
        int at = 0;
        while (at + HEAD + TAIL <= bytes.length) {
            int length = wholeAt(bytes, at);
            if (length < 0) {
                at++;
            } else {
                row(bytes, at, length).ifPresent(rows::add);
                at += HEAD + length + TAIL;
            }
        }
        return rows;
    }

    /// The length of the sealed row of a whole record that begins there; negative for none.
    private static int wholeAt(byte[] bytes, int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int length = buffer.getInt(at + 12);
        boolean whole =
                buffer.getInt(at) == MARK
                        && length > 0
                        && length <= LONGEST
                        && at + HEAD + length + TAIL <= bytes.length
                        && buffer.getInt(at + HEAD + length) == Integer.reverseBytes(MARK);
        return whole ? length : -1;
    }

    private Optional<LedgerRow> row(byte[] bytes, int at, int length) {
        long number = ByteBuffer.wrap(bytes).getLong(at + 4);
        byte[] sealed = Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length);
        try {
            return sealer.text(place(number), sealed).map(LedgerRow::of);
        } catch (JsonParseException other) {
            return Optional.empty();
        }
    }

    private static Place place(long number) {
        return new Place("ledger.row", "", String.valueOf(number));
    }

    /// Puts a row behind the last whole record. It is on the disk when this returns.
    void add(LedgerRow row) throws IOException {
        byte[] sealed = sealer.seal(place(row.number()), row.json());
        ByteBuffer record = ByteBuffer.allocate(HEAD + sealed.length + TAIL);
        record.putInt(MARK).putLong(row.number()).putInt(sealed.length).put(sealed);
        record.putInt(Integer.reverseBytes(MARK)).flip();
        boolean fresh = Files.notExists(file);
        OwnerOnly.file(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long end = channel.size();
            try {
                write(channel, record, end);
            } catch (IOException full) {
                channel.truncate(end);
                throw full;
            }
        }
        if (fresh) {
            Forced.name(file);
        }
    }

    private static void write(FileChannel channel, ByteBuffer record, long at) throws IOException {
        channel.position(at);
        while (record.hasRemaining()) {
            channel.write(record);
        }
        channel.force(true);
    }
}
