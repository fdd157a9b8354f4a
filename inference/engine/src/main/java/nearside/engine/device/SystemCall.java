package nearside.engine.device;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// The two numbers that only a call of the system tells. Both are written from the reference, not
/// run.
@SuppressWarnings("restricted") // the one class of this package that calls foreign functions
final class SystemCall {
    static final int UNKNOWN = -1;

    /// `SYSTEM_POWER_STATUS`: four bytes and two numbers of four bytes each.
    private static final long POWER_STATUS_BYTES = 12;

    private SystemCall() {}

    /// sysctlbyname(3) of macOS: a number by its name.
    static int macPressureLevel() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("sysctlbyname");
        if (function.isEmpty()) {
            return UNKNOWN;
        }
        FunctionDescriptor shape =
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("kern.memorystatus_vm_pressure_level");
            MemorySegment level = arena.allocate(JAVA_INT);
            MemorySegment size = arena.allocateFrom(JAVA_LONG, JAVA_INT.byteSize());
            int failed =
                    (int)
                            linker.downcallHandle(function.get(), shape)
                                    .invokeExact(name, level, size, NULL, 0L);
            return failed == 0 ? level.get(JAVA_INT, 0) : UNKNOWN;
        } catch (Throwable bug) {
            throw new IllegalStateException("sysctlbyname", bug);
        }
    }

    /// `GetSystemPowerStatus` of Windows: the first byte says whether a line is plugged in.
    static int windowsLineStatus() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment function =
                    SymbolLookup.libraryLookup("kernel32", arena)
                            .findOrThrow("GetSystemPowerStatus");
            MemorySegment status = arena.allocate(POWER_STATUS_BYTES, JAVA_INT.byteAlignment());
            int done =
                    (int)
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            function, FunctionDescriptor.of(JAVA_INT, ADDRESS))
                                    .invokeExact(status);
            return done == 0 ? UNKNOWN : Byte.toUnsignedInt(status.get(JAVA_BYTE, 0));
        } catch (Throwable bug) {
            throw new IllegalStateException("GetSystemPowerStatus", bug);
        }
    }
}
