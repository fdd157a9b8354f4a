package nearside.storage.keystore;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A library of the system, whose functions are called by name. May be used by several threads.
///
/// All calls have one shape, eight arguments and a result of 64 bits each: where this program runs,
/// a number or a pointer takes a register or a slot of eight bytes whatever its width, and the
/// caller takes back what the function leaves. A shape for each function would cost each start 0.1
/// s more. Functions with numbers that are not whole, structures by value or a variable number of
/// arguments cannot be called.
@SuppressWarnings("restricted") // the one class of this module that calls foreign functions
final class NativeLibrary {
    private static final int MOST = 8;
    private static final FunctionDescriptor SHAPE =
            FunctionDescriptor.of(
                    JAVA_LONG,
                    Stream.generate(() -> JAVA_LONG).limit(MOST).toArray(MemoryLayout[]::new));
    private static final String LAST_ERROR = "GetLastError";

    private final SymbolLookup symbols;
    private final MethodHandle call = Linker.nativeLinker().downcallHandle(SHAPE);

    private NativeLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// Empty where it is not installed. It stays loaded.
    static Optional<NativeLibrary> named(String file) {
        try {
            return Optional.of(new NativeLibrary(SymbolLookup.libraryLookup(file, Arena.global())));
        } catch (IllegalArgumentException notInstalled) {
            return Optional.empty();
        }
    }

    /// The address of a function or a variable.
    MemorySegment symbol(String name) {
        return symbols.findOrThrow(name);
    }

    MemorySegment pointer(String function, Object... arguments) {
        return MemorySegment.ofAddress(size(function, arguments));
    }

    int number(String function, Object... arguments) {
        return (int) size(function, arguments);
    }

    void run(String function, Object... arguments) {
        size(function, arguments);
    }

    /// @param arguments each a [MemorySegment] outside the heap, an [Integer] or a [Long]
    long size(String function, Object... arguments) {
        long[] words = words(arguments);
        try {
            return (long)
                    call.invokeExact(
                            symbol(function),
                            words[0],
                            words[1],
                            words[2],
                            words[3],
                            words[4],
                            words[5],
                            words[6],
                            words[7]);
        } catch (Throwable bug) {
            throw new IllegalStateException(function, bug);
        }
    }

    /// Calls a function of Windows that gives zero when it fails.
    ///
    /// @return the number of its error; empty when it did not fail
    OptionalInt error(String function, Object... arguments) {
        MethodHandle capturing =
                Linker.nativeLinker()
                        .downcallHandle(
                                symbol(function),
                                SHAPE,
                                Linker.Option.captureCallState(LAST_ERROR));
        MemoryLayout layout = Linker.Option.captureStateLayout();
        long[] words = words(arguments);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(layout);
            long done =
                    (long)
                            capturing.invokeExact(
                                    state, words[0], words[1], words[2], words[3], words[4],
                                    words[5], words[6], words[7]);
            long at = layout.byteOffset(PathElement.groupElement(LAST_ERROR));
            return (int) done != 0 ? OptionalInt.empty() : OptionalInt.of(state.get(JAVA_INT, at));
        } catch (Throwable bug) {
            throw new IllegalStateException(function, bug);
        }
    }

    /// What lies at an address, as far as it is known to reach.
    static MemorySegment at(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }

    private static long[] words(Object... arguments) {
        long[] words = new long[MOST];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = word(arguments[i]);
        }
        return words;
    }

    private static long word(Object argument) {
        return switch (argument) {
            case MemorySegment segment when segment.isNative() -> segment.address();
            case Integer number -> number;
            case Long number -> number;
            default -> throw new IllegalArgumentException(argument.getClass().getName());
        };
    }
}
