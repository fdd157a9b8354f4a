package nearside.desktop.foreign;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.stream.Stream;

/// The objects of macOS, by the functions of its Objective-C runtime
/// (https://developer.apple.com/documentation/objectivec/objective-c-runtime). Those of windows and
/// menus are used on the first thread alone, which is JavaFX's.
public final class ObjectiveC {
    private static final long NONE = 0;

    private final Library runtime;

    private ObjectiveC(Library runtime) {
        this.runtime = runtime;
    }

    /// Empty where this is not macOS.
    public static Optional<ObjectiveC> ofSystem() {
        return Library.named("/usr/lib/libobjc.A.dylib").map(ObjectiveC::new);
    }

    public long type(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return runtime.call("objc_getClass", arena.allocateFrom(name));
        }
    }

    /// The name of a message as the runtime knows it.
    public long selector(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return runtime.call("sel_registerName", arena.allocateFrom(name));
        }
    }

    /// Sends a message whose arguments are numbers or pointers.
    public long send(long object, String message, Object... arguments) {
        return runtime.call(
                "objc_msgSend",
                Stream.concat(Stream.of(object, selector(message)), Stream.of(arguments))
                        .toArray());
    }

    /// Sends a message whose one argument is a number with a fraction: as an invocation, which
    /// takes it from memory.
    public long sendFraction(long object, String message, double argument) {
        try (Arena arena = Arena.ofConfined()) {
            long selector = selector(message);
            long signature = send(object, "methodSignatureForSelector:", selector);
            long call = send(type("NSInvocation"), "invocationWithMethodSignature:", signature);
            send(call, "setTarget:", object);
            send(call, "setSelector:", selector);
            send(call, "setArgument:atIndex:", arena.allocateFrom(JAVA_DOUBLE, argument), 2L);
            send(call, "invoke");
            MemorySegment answer = arena.allocate(JAVA_LONG);
            send(call, "getReturnValue:", answer);
            return answer.get(JAVA_LONG, 0);
        }
    }

    public long string(String text) {
        try (Arena arena = Arena.ofConfined()) {
            return send(type("NSString"), "stringWithUTF8String:", arena.allocateFrom(text));
        }
    }

    /// A new object that answers to one message with one argument.
    ///
    /// @param name of its type, which is made here
    /// @param heard gets the object, the name of the message, and the argument
    public long target(String name, String message, Library.Back heard) {
        try (Arena arena = Arena.ofConfined()) {
            long type =
                    runtime.call(
                            "objc_allocateClassPair",
                            type("NSObject"),
                            arena.allocateFrom(name),
                            NONE);
            runtime.call(
                    "class_addMethod",
                    type,
                    selector(message),
                    Library.back(heard),
                    arena.allocateFrom("v@:@"));
            runtime.call("objc_registerClassPair", type);
            return send(type, "new");
        }
    }
}
