package nearside.engine.local;

import nearside.engine.TokenIds;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The bytes of one frame while it is being written.
final class Outgoing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(bytes);

    Outgoing kind(int kind) throws IOException {
        fields.writeByte(kind);
        return this;
    }

    Outgoing number(int number) throws IOException {
        fields.writeInt(number);
        return this;
    }

    Outgoing number(long number) throws IOException {
        fields.writeLong(number);
        return this;
    }

    Outgoing real(double number) throws IOException {
        fields.writeDouble(number);
        return this;
    }

    Outgoing choice(Enum<?> choice) throws IOException {
        return text(choice.name());
    }

    Outgoing text(String text) throws IOException {
        return bytes(WireText.bytes(text));
    }

    Outgoing bytes(byte[] content) throws IOException {
        fields.writeInt(content.length);
        fields.write(content);
        return this;
    }

    Outgoing ids(TokenIds ids) throws IOException {
        fields.writeInt(ids.count());
        for (int i = 0; i < ids.count(); i++) {
            fields.writeInt(ids.at(i));
        }
        return this;
    }

    Outgoing maybe(OptionalInt number) throws IOException {
        fields.writeBoolean(number.isPresent());
        fields.writeInt(number.orElse(0));
        return this;
    }

    Outgoing maybe(OptionalLong number) throws IOException {
        fields.writeBoolean(number.isPresent());
        fields.writeLong(number.orElse(0));
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
