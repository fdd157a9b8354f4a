package nearside.engine.seal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The filter program that the kernel runs at every system call: all sockets fail with EACCES but
/// local ones and those to the kernel itself, which leave by nothing. Beside the internet families
/// that shuts those that reach it by another name (SMC, raw packets) or reach something else
/// (Bluetooth, virtual machines). io_uring fails too, since it could open sockets without a call of
/// its own.
///
/// Instructions are those of classic BPF over `struct seccomp_data` (seccomp(2)): the number of the
/// call at offset 0, the architecture at 4, the first argument's low half at 16.
///
/// @param architecture the AUDIT_ARCH constant of the only calls that pass
/// @param socketCall number of socket(2)
/// @param seccompCall number of seccomp(2)
/// @param firstForeignCall calls from here on belong to another calling convention and fail
record SocketFilter(int architecture, int socketCall, int seccompCall, int firstForeignCall) {
    private static final int LOAD = 0x20;
    private static final int EQUAL = 0x15;
    private static final int AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7FFF0000;
    private static final int FAIL_EACCES = 0x00050000 | 13;
    private static final int IO_URING_SETUP = 425;
    private static final int AF_UNIX = 1;
    private static final int AF_NETLINK = 16;
    private static final int X32_BIT = 0x40000000;

    static final SocketFilter X86_64 = new SocketFilter(0xC000003E, 41, 317, X32_BIT);
    static final SocketFilter AARCH64 = new SocketFilter(0xC00000B7, 198, 277, X32_BIT);

    /// One instruction: what to do, where to go if it holds and if it does not, and its operand.
    record Instruction(int code, int jumpTrue, int jumpFalse, int operand) {}

    /// The filter for this system, where there is one.
    static Optional<SocketFilter> here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Optional<SocketFilter> of(String system, String architecture) {
        if (!system.equals("Linux")) {
            return Optional.empty();
        }
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    static Seal missing() {
        return new Seal.NotHere(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    List<Instruction> program() {
        return List.of(
                new Instruction(LOAD, 0, 0, 4),
                new Instruction(EQUAL, 0, 8, architecture), // else: fail
                new Instruction(LOAD, 0, 0, 0),
                new Instruction(AT_LEAST, 6, 0, firstForeignCall), // fail
                new Instruction(EQUAL, 5, 0, IO_URING_SETUP), // fail
                new Instruction(EQUAL, 0, 3, socketCall), // else: allow
                new Instruction(LOAD, 0, 0, 16),
                new Instruction(EQUAL, 1, 0, AF_UNIX), // allow
                new Instruction(EQUAL, 0, 1, AF_NETLINK), // else: fail
                new Instruction(RETURN, 0, 0, ALLOW),
                new Instruction(RETURN, 0, 0, FAIL_EACCES));
    }
}
