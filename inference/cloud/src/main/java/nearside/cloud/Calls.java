package nearside.cloud;

import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;
import nearside.engine.ToolCall;

import java.util.ArrayList;
import java.util.List;

/// What a far side asks to be called, put together from the pieces in which it comes.
final class Calls {
    static final int MOST = 64;

    private final String far;
    private final List<Begun> begun = new ArrayList<>();

    private static final class Begun {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        void add(Delta.CallPiece piece) {
            id = id.isEmpty() ? piece.id() : id;
            name = name.isEmpty() ? piece.name() : name;
            arguments.append(piece.arguments());
        }
    }

    Calls(String far) {
        this.far = far;
    }

    /// A piece goes to the call of its index, or begins the next one.
    void add(Delta.CallPiece piece) throws FarException {
        if (piece.index() < 0 || piece.index() > begun.size() || piece.index() >= MOST) {
            throw new FarException(
                    new Far.Garbled(
                            far,
                            "the next of at most " + MOST + " calls, after " + begun.size(),
                            "number " + piece.index()));
        }
        if (piece.index() == begun.size()) {
            begun.add(new Begun());
        }
        begun.get(piece.index()).add(piece);
    }

    boolean isEmpty() {
        return begun.isEmpty();
    }

    /// All of them. One without an id gets one; one without a name is none.
    List<ToolCall> whole() throws FarException {
        List<ToolCall> all = new ArrayList<>();
        for (Begun call : begun) {
            if (call.name.isEmpty()) {
                throw new FarException(new Far.Garbled(far, "a call with a name", "one without"));
            }
            String id = call.id.isEmpty() ? "call_" + all.size() : call.id;
            all.add(new ToolCall(id, call.name, call.arguments.toString()));
        }
        return all;
    }
}
