package nearside.storage.ledger;

import com.google.gson.JsonParseException;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

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
/// One record is a mark (4 bytes), its number (8), the length of the sealed row (4), and the sealed
/// row; numbers are big-endian. What is no record whose seal is whole is passed over: a crash left
/// it of a last one, of which nobody was told that it is there, or it was damaged, and then it
/// shows as a gap.
final class LedgerFile {
    /// "NkG1".
    private static final int MARK = 0x4E6B4731;

    private static final int HEAD = 16;

    private final Path file;
    private final RowSeal seal;

    LedgerFile(Path file, RowSeal seal) {
        this.file = file;
        this.seal = seal;
    }

    /// All rows that can be read, in order.
    List<LedgerRow> rows() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        List<LedgerRow> rows = new ArrayList<>();
        int at = 0;
        while (at + HEAD <= bytes.length) {
            Optional<LedgerRow> row = row(bytes, at);
            row.ifPresent(rows::add);
            at += row.isPresent() ? HEAD + length(bytes, at) : 1;
        }
        return rows;
    }

    private static int length(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at + Integer.BYTES + Long.BYTES);
    }

    /// The row of a whole record that begins there.
    private Optional<LedgerRow> row(byte[] bytes, int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int length = length(bytes, at);
        if (buffer.getInt(at) != MARK || length <= 0 || length > bytes.length - at - HEAD) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length);
        try {
            return seal.open(buffer.getLong(at + Integer.BYTES), sealed).map(LedgerRow::of);
        } catch (JsonParseException other) {
            return Optional.empty();
        }
    }

    /// Puts a row behind the last whole record. It is on the disk when this returns.
    void add(LedgerRow row) throws IOException {
        byte[] sealed = seal.seal(row.number(), row.json());
        ByteBuffer record = ByteBuffer.allocate(HEAD + sealed.length);
        record.putInt(MARK).putLong(row.number()).putInt(sealed.length).put(sealed).flip();
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
