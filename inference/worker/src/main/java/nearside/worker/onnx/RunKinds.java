package nearside.worker.onnx;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Names;

/// Kinds of the numbers that each run brings and takes.
///
/// @param positions the kind of the positions, which the graph may lack
record RunKinds(NumberType ids, NumberType mask, NumberType positions, NumberType logits) {

    static RunKinds of(OnnxModel model) throws OnnxFailure {
        Names names = model.folder().names();
        Inputs inputs = names.inputs();
        NumberType ids = whole(model, inputs.ids());
        NumberType positions =
                inputs.positions().isPresent() ? whole(model, inputs.positions().get()) : ids;
        NumberType logits = model.output(names.outputs().logits());
        return new RunKinds(ids, whole(model, inputs.mask()), positions, logits);
    }

    private static NumberType whole(OnnxModel model, String input) throws OnnxFailure {
        NumberType type = model.input(input);
        if (!type.isWhole()) {
            throw new OnnxFailure(input + " has numbers of an unknown kind");
        }
        return type;
    }
}
