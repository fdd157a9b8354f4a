package nearside.desktop.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// A library of the system, whose functions are called by name and may call back. May be used by
/// several threads.
///
/// All calls have one shape, twelve arguments and a result of 64 bits each, and all that call back
/// another, eight of them: where this program runs, a number or a pointer takes a register or a
/// slot of eight bytes whatever its width, the caller takes back what the function leaves, and a
/// structure of up to eight bytes goes as a number. Functions with numbers that are not whole or a
/// variable number of arguments cannot be called.
@SuppressWarnings("restricted") // the one class of this module that calls foreign functions
public final class Library {
    private static final int MOST = 12;
    private static final int MOST_BACK = 8;
    private static final FunctionDescriptor SHAPE = longs(MOST);
    private static final FunctionDescriptor BACK = longs(MOST_BACK);
    private static final int LONGEST_TEXT = 1 << 20;

    private final SymbolLookup symbols;
    private final MethodHandle call = Linker.nativeLinker().downcallHandle(SHAPE);

    /// A function of ours that a library calls.
    public interface Back {
        /// Does what the library asks.
        ///
        /// @param words its arguments, and whatever lies behind them
        /// @return a number or an address
        long called(long[] words);
    }

    private Library(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    private static FunctionDescriptor longs(int count) {
        return FunctionDescriptor.of(
                JAVA_LONG,
                Stream.generate(() -> JAVA_LONG).limit(count).toArray(MemoryLayout[]::new));
    }

    /// Empty where it is not installed. It stays loaded.
    public static Optional<Library> named(String file) {
        try {
            return Optional.of(new Library(SymbolLookup.libraryLookup(file, Arena.global())));
        } catch (IllegalArgumentException notInstalled) {
            return Optional.empty();
        }
    }

    /// Calls a function by its name.
    ///
    /// @param arguments each a [MemorySegment] outside the heap, an [Integer] or a [Long]
    /// @return a number, of which only as many bits count as the function gives, or an address
    public long call(String function, Object... arguments) {
        long[] words = new long[MOST];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = word(arguments[i]);
        }
        try {
            return (long)
                    call.invokeExact(
                            symbols.findOrThrow(function),
                            words[0],
                            words[1],
                            words[2],
                            words[3],
                            words[4],
                            words[5],
                            words[6],
                            words[7],
                            words[8],
                            words[9],
                            words[10],
                            words[11]);
        } catch (Throwable bug) {
            throw new IllegalStateException(function, bug);
        }
    }

    private static long word(Object argument) {
        return switch (argument) {
            case MemorySegment segment when segment.isNative() -> segment.address();
            case Integer number -> number;
            case Long number -> number;
            default -> throw new IllegalArgumentException(argument.getClass().getName());
        };
    }

    /// What a library calls, as long as the program runs.
    public static MemorySegment back(Back function) {
        try {
            MethodHandle handle =
                    MethodHandles.lookup()
                            .findVirtual(
                                    Back.class,
                                    "called",
                                    MethodType.methodType(long.class, long[].class))
                            .bindTo(function)
                            .asCollector(long[].class, MOST_BACK);
            return Linker.nativeLinker().upcallStub(handle, BACK, Arena.global());
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /// The text that ends with a zero at that address.
    public static String text(long address) {
        MemorySegment bytes = MemorySegment.ofAddress(address).reinterpret(LONGEST_TEXT);
        long end = 0;
        while (bytes.get(JAVA_BYTE, end) != 0) {
            end++;
        }
        return new String(bytes.asSlice(0, end).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /// What lies at an address, as far as it is known to reach.
    public static MemorySegment at(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }
}
