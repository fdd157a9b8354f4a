package nearside.engine.seal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// Hands a filter to the Linux kernel: prctl(2) gives up new privileges, seccomp(2) sets the filter
/// for all threads at once.
@SuppressWarnings("restricted") // the one class of this module that calls foreign functions
final class SeccompCall {
    private static final int NO_NEW_PRIVILEGES = 38;
    private static final long SET_MODE_FILTER = 1;
    private static final long ALL_THREADS = 1;
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private final Linker linker = Linker.nativeLinker();
    private final Arena arena;
    private final MemorySegment state;

    private SeccompCall(Arena arena) {
        this.arena = arena;
        this.state = arena.allocate(STATE);
    }

    static Seal apply(SocketFilter filter) {
        try (Arena arena = Arena.ofConfined()) {
            return new SeccompCall(arena).set(filter);
        }
    }

    private Seal set(SocketFilter filter) {
        if (giveUpPrivileges() != 0) {
            return new Seal.Refused("prctl", errno());
        }
        long refused = seccomp(filter.seccompCall(), program(filter.program()));
        if (refused > 0) {
            return new Seal.Refused("thread " + refused, 0);
        }
        return refused == 0 ? new Seal.Closed() : new Seal.Refused("seccomp", errno());
    }

    private int giveUpPrivileges() {
        MethodHandle prctl =
                function(
                        "prctl",
                        1,
                        FunctionDescriptor.of(
                                JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        try {
            return (int) prctl.invokeExact(state, NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("prctl", e);
        }
    }

    private long seccomp(long number, MemorySegment program) {
        MethodHandle syscall =
                function(
                        "syscall",
                        1,
                        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS));
        try {
            return (long) syscall.invokeExact(state, number, SET_MODE_FILTER, ALL_THREADS, program);
        } catch (Throwable e) {
            throw new IllegalStateException("seccomp", e);
        }
    }

    private MethodHandle function(String name, int fixedArguments, FunctionDescriptor descriptor) {
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                descriptor,
                Linker.Option.firstVariadicArg(fixedArguments),
                Linker.Option.captureCallState("errno"));
    }

    /// `struct sock_fprog`: a count and a pointer to the instructions of eight bytes each.
    private MemorySegment program(List<SocketFilter.Instruction> instructions) {
        MemorySegment code = arena.allocate(8L * instructions.size(), 8);
        for (int i = 0; i < instructions.size(); i++) {
            write(instructions.get(i), code.asSlice(8L * i, 8));
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(JAVA_SHORT, 0, (short) instructions.size());
        program.set(ADDRESS, 8, code);
        return program;
    }

    private static void write(SocketFilter.Instruction instruction, MemorySegment to) {
        to.set(JAVA_SHORT, 0, (short) instruction.code());
        to.set(JAVA_BYTE, 2, (byte) instruction.jumpTrue());
        to.set(JAVA_BYTE, 3, (byte) instruction.jumpFalse());
        to.set(JAVA_INT, 4, instruction.operand());
    }

    private int errno() {
        return (int) STATE.varHandle(MemoryLayout.PathElement.groupElement("errno")).get(state, 0L);
    }
}
