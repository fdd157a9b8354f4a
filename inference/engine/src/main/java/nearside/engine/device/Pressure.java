package nearside.engine.device;

import java.util.Collection;
import java.util.Comparator;

/// How hard it is for the system to find memory.
public enum Pressure {
    /// The system does not say.
    UNKNOWN,
    NONE,
    /// Programs wait for memory now and then.
    SOME,
    /// All wait, or the system gives up what it should not.
    HIGH;

    private static final double SOME_WAIT_PERCENT = 10;
    private static final double ALL_WAIT_PERCENT = 5;

    /// As Linux tells it (PSI): HIGH where in the last ten seconds all programs waited for memory
    /// for half a second together, SOME where one of them did for a second.
    static Pressure linux(Stall stall) {
        if (stall.allPercent() >= ALL_WAIT_PERCENT) {
            return HIGH;
        }
        return stall.somePercent() >= SOME_WAIT_PERCENT ? SOME : NONE;
    }

    /// The level of macOS, `kern.memorystatus_vm_pressure_level`: 1 normal, 2 warning, 4 critical.
    static Pressure mac(int level) {
        return switch (level) {
            case 1 -> NONE;
            case 2 -> SOME;
            case 4 -> HIGH;
            default -> UNKNOWN;
        };
    }

    static Pressure highest(Collection<Pressure> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(UNKNOWN);
    }
}
