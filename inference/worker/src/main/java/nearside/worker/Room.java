package nearside.worker;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.OutOfMemory;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.memory.Memory;
import nearside.engine.memory.MemoryProbe;
import nearside.engine.memory.Need;

import java.util.Optional;

/// Compares what a step needs with the memory that is there, before it begins: a step that is
/// refused in numbers costs nothing, one that the kernel ends costs the worker.
final class Room {
    private final MemoryProbe probe = new MemoryProbe();

    Optional<EngineFailure> toLoad(long bytes) {
        return lack(Stage.LOAD, bytes);
    }

    /// Bytes that conversations may hold: an eighth of this device's memory, and of what they hold
    /// and what is free no more than half.
    long forConversations(long held) {
        Memory memory = probe.read();
        return Math.min(memory.totalBytes() / 8, (held + memory.freeBytes()) / 2);
    }

    Optional<EngineFailure> toAnswer(Need need) {
        return lack(Stage.READ, need.bytes());
    }

    private Optional<EngineFailure> lack(Stage stage, long bytes) {
        long free = probe.read().freeBytes();
        return bytes > free ? Optional.of(new OutOfMemory(stage, bytes, free)) : Optional.empty();
    }

    /// The runtime's failure with both numbers.
    EngineFailure told(EngineFailure failure, long bytes) {
        return failure instanceof OutOfMemory(Stage stage, long asked, long _)
                ? new OutOfMemory(stage, Math.max(asked, bytes), probe.read().freeBytes())
                : failure;
    }
}
