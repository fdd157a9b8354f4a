package nearside.storage.keystore;

import static java.lang.foreign.MemorySegment.NULL;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.OptionalInt;

/// The data protection of Windows (DPAPI), which never shows a prompt here. May be used by several
/// threads. Written from the reference, not run.
///
/// Source: `CryptProtectData` and `CryptUnprotectData` in the reference of `dpapi.h`.
final class Crypt32 implements Protector {
    private static final int WITHOUT_PROMPT = 1;

    private final NativeLibrary crypt;
    private final NativeLibrary kernel;

    private Crypt32(NativeLibrary crypt, NativeLibrary kernel) {
        this.crypt = crypt;
        this.kernel = kernel;
    }

    /// Empty where there is none.
    static Optional<Protector> load() {
        return NativeLibrary.named("crypt32")
                .flatMap(crypt ->
                        NativeLibrary.named("kernel32").map(kernel -> new Crypt32(crypt, kernel)));
    }

    @Override
    public byte[] seal(byte[] secret, byte[] bound) throws KeyStoreTrouble {
        return changed("CryptProtectData", secret, bound);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] bound) throws KeyStoreTrouble {
        return changed("CryptUnprotectData", sealed, bound);
    }

    /// Both functions take the same seven arguments: input, a description, the entropy, nothing, a
    /// prompt, flags, output.
    private byte[] changed(String function, byte[] bytes, byte[] bound) throws KeyStoreTrouble {
        try (Arena arena = Arena.ofConfined()) {
            DataBlob in = DataBlob.of(bytes, arena);
            DataBlob out = DataBlob.empty(arena);
            OptionalInt error =
                    crypt.error(
                            function,
                            in.structure(),
                            NULL,
                            DataBlob.of(bound, arena).structure(),
                            NULL,
                            NULL,
                            WITHOUT_PROMPT,
                            out.structure());
            in.wipe();
            if (error.isPresent()) {
                throw new KeyStoreTrouble(Kind.BROKEN, error.getAsInt());
            }
            return taken(out);
        }
    }

    private byte[] taken(DataBlob out) {
        byte[] bytes = out.bytes();
        out.wipe();
        kernel.run("LocalFree", out.place());
        return bytes;
    }
}
