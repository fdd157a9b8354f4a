package nearside.engine.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.seal.SocketFilter.Instruction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Runs the filter's program as the kernel would.
class SocketFilterTest {
    private static final int ALLOW = 0x7FFF0000;
    private static final int EACCES = 0x0005000D;
    private static final int READ = 0;
    private static final int UNIX = 1;
    private static final int NETLINK = 16;

    @ParameterizedTest
    @CsvSource({"X86_64,41", "AARCH64,198"})
    void onlyLocalSocketsPass(String name, int socket) {
        SocketFilter filter = filter(name);
        for (int family = 0; family < 64; family++) {
            int expected = family == UNIX || family == NETLINK ? ALLOW : EACCES;
            assertEquals(expected, run(filter, filter.architecture(), socket, family));
        }
        assertEquals(ALLOW, run(filter, filter.architecture(), READ, 2));
    }

    @ParameterizedTest
    @CsvSource({"X86_64", "AARCH64"})
    void waysAroundFail(String name) {
        SocketFilter filter = filter(name);
        assertEquals(EACCES, run(filter, filter.architecture(), 425, 0));
        assertEquals(EACCES, run(filter, filter.architecture(), 0x40000000 + 41, 2));
        assertEquals(EACCES, run(filter, 0x40000003, 102, 1)); // 32-bit socketcall
    }

    private static SocketFilter filter(String name) {
        return name.equals("X86_64") ? SocketFilter.X86_64 : SocketFilter.AARCH64;
    }

    private static int run(SocketFilter filter, int architecture, int call, int argument) {
        List<Instruction> program = filter.program();
        int loaded = 0;
        int at = 0;
        while (program.get(at).code() != 0x06) {
            Instruction now = program.get(at);
            boolean holds =
                    now.code() == 0x15
                            ? loaded == now.operand()
                            : Integer.compareUnsigned(loaded, now.operand()) >= 0;
            if (now.code() == 0x20) {
                loaded = field(now.operand(), architecture, call, argument);
                at++;
            } else {
                at += 1 + (holds ? now.jumpTrue() : now.jumpFalse());
            }
        }
        return program.get(at).operand();
    }

    private static int field(int offset, int architecture, int call, int argument) {
        return switch (offset) {
            case 0 -> call;
            case 4 -> architecture;
            case 16 -> argument;
            default -> throw new AssertionError("offset " + offset);
        };
    }
}
