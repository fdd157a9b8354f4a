package nearside.worker.onnx;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Names;

/// Kinds of the small inputs and where each lies in one block of memory, made for `capacity`
/// tokens.
///
/// @param positions the kind of the positions, which the graph may lack
record ScratchPlan(
        NumberType ids, NumberType mask, NumberType positions, NumberType logits, int capacity) {

    static ScratchPlan of(OnnxModel model, int capacity) throws OnnxFailure {
        Names names = model.folder().names();
        Inputs inputs = names.inputs();
        NumberType ids = whole(model, inputs.ids());
        NumberType positions =
                inputs.positions().isPresent() ? whole(model, inputs.positions().get()) : ids;
        NumberType logits = model.output(names.outputs().logits());
        return new ScratchPlan(ids, whole(model, inputs.mask()), positions, logits, capacity);
    }

    private static NumberType whole(OnnxModel model, String input) throws OnnxFailure {
        NumberType type = model.input(input);
        if (!type.isWhole()) {
            throw new OnnxFailure(input + " has numbers of an unknown kind");
        }
        return type;
    }

    long idsAt() {
        return 0;
    }

    long maskAt() {
        return room(ids);
    }

    long positionsAt() {
        return maskAt() + room(mask);
    }

    long bytes() {
        return positionsAt() + room(positions);
    }

    private long room(NumberType type) {
        return NativeMemory.aligned((long) capacity * type.bytes());
    }
}
