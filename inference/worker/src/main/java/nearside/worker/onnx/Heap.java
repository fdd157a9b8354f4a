package nearside.worker.onnx;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The heap of the C library, from which ONNX Runtime takes what a run passes on from step to step.
/// The worker's environment lets it keep that from run to run: giving it back after each step and
/// having it zeroed again took a twentieth of the time in which a long prompt is read.
///
/// Source: malloc_trim(3) of glibc; other libraries have no such function and give back by
/// themselves.
public final class Heap {
    private static final Optional<MethodHandle> TRIM =
            Linker.nativeLinker()
                    .defaultLookup()
                    .find("malloc_trim")
                    .map(address ->
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            address, FunctionDescriptor.of(JAVA_INT, JAVA_LONG)));

    private Heap() {}

    /// Gives back what is not used now: to be called when no run follows soon.
    public static void trim() {
        TRIM.ifPresent(Heap::trim);
    }

    private static void trim(MethodHandle function) {
        try {
            var _ = (int) function.invokeExact(0L);
        } catch (Throwable e) {
            throw new IllegalStateException("malloc_trim", e);
        }
    }
}
