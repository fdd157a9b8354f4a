package nearside.worker.decode;

import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;

import java.io.IOException;
import java.util.Arrays;

/// Has the model read tokens into one conversation, in runs that end soon when they are
/// interrupted.
final class Reading {
    private final Slot slot;
    private final Interruption interruption;
    private final Pieces pieces;
    private final RunCost cost;

    Reading(Slot slot, Interruption interruption, Pieces pieces, RunCost cost) {
        this.cost = cost;
        this.slot = slot;
        this.interruption = interruption;
        this.pieces = pieces;
    }

    Slot slot() {
        return slot;
    }

    /// Reads what is not read yet of these tokens, which go on where the conversation ends.
    ///
    /// @return the logits of the last run; its last row is for the token that follows
    Logits read(int[] all) throws OnnxFailure, IOException {
        slot.rotateFor(all.length);
        int[] runs = ReadingPlan.runs(slot.length(), all.length, slot.firstRunBeyond());
        Logits logits = next(all, runs[0]);
        for (int i = 1; i < runs.length; i++) {
            pieces.read(slot.length());
            logits = next(all, runs[i]);
        }
        return logits;
    }

    private Logits next(int[] all, int run) throws OnnxFailure {
        int at = slot.length();
        return slot.readForLast(interruption, Arrays.copyOfRange(all, at, at + run));
    }

    /// Reads on by the newest token and its drafts in one run; or everything again where a
    /// long-context model changes its rotary factors: keys that were rotated by the short ones are
    /// wrong from there on.
    Logits readOn(Drafts drafts) throws OnnxFailure, IOException {
        return ReadingPlan.isLong(drafts.count(), slot.switchAt()) && !slot.isLong()
                ? again(drafts.tokens())
                : timed(drafts.run());
    }

    private Logits timed(int[] run) throws OnnxFailure {
        long begun = System.nanoTime();
        Logits logits = slot.read(interruption, run);
        cost.ran(run.length, (System.nanoTime() - begun) / 1e9);
        return logits;
    }

    private Logits again(int[] all) throws OnnxFailure, IOException {
        slot.rewind(0);
        return read(all);
    }

    /// How many drafts the next run may have before the rotary factors change.
    int roomBeforeSwitch(int count) {
        return slot.isLong() || slot.switchAt().isEmpty()
                ? Integer.MAX_VALUE
                : Math.max(0, slot.switchAt().getAsInt() - count);
    }
}
