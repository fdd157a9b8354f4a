package nearside.copilot.orchestrator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.borrow.Lender;
import nearside.copilot.device.Speed;
import nearside.engine.EngineFailure;
import nearside.engine.Usage;
import nearside.engine.device.DeviceReading;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What happened in a turn before now. Used by its own thread.
final class Course {
    private final Set<String> tried = new HashSet<>();
    private final JsonArray records = new JsonArray();
    private Optional<JsonObject> current = Optional.empty();
    private Optional<EngineFailure> failure = Optional.empty();
    private Optional<Usage> used = Optional.empty();
    private Optional<Speed> seen = Optional.empty();
    private Optional<TurnEvent.Needs> needed = Optional.empty();
    private boolean failedHere;
    private boolean stays;
    private boolean overCaps;
    private boolean wantsPerson;
    private boolean ranOut;

    /// Ids of lenders that were asked in vain.
    Set<String> tried() {
        return Set.copyOf(tried);
    }

    /// What went wrong last; empty while nothing did.
    Optional<EngineFailure> failure() {
        return failure;
    }

    /// Whether the engine of this device failed in a way that would come again.
    boolean failedHere() {
        return failedHere;
    }

    /// Whether the person wants the answer to stay here.
    boolean stays() {
        return stays;
    }

    /// Whether what would leave is more than a policy allows.
    boolean isOverCaps() {
        return overCaps;
    }

    /// Whether what would leave is more than the person lets leave unasked.
    boolean wantsPerson() {
        return wantsPerson;
    }

    /// How slow it turned out to be here; empty while it did not.
    Optional<Speed> seen() {
        return seen;
    }

    /// What a far model asked for that saw the conversation in part; empty while none did.
    Optional<TurnEvent.Needs> needed() {
        return needed;
    }

    void needs(TurnEvent.Needs more) {
        needed = Optional.of(more);
    }

    void failedHere(EngineFailure what) {
        failure = Optional.of(what);
        failedHere = true;
    }

    /// It is tried once more with less; a second time is once too often.
    void ranOutHere(EngineFailure what) {
        failure = Optional.of(what);
        failedHere = ranOut;
        ranOut = true;
    }

    /// It is computed elsewhere from now on.
    void leftAccelerator(EngineFailure.AcceleratorFailed what) {
        failure = Optional.of(what);
    }

    void failedThere(Lender lender, EngineFailure what) {
        failure = Optional.of(what);
        tried.add(lender.id());
    }

    void stay() {
        stays = true;
    }

    void wouldBeOverCaps() {
        overCaps = true;
    }

    void wantPerson() {
        wantsPerson = true;
    }

    void isSlow(Speed speed) {
        seen = Optional.of(speed);
    }

    /// A part of the reply used so much.
    void used(Usage more) {
        used = Optional.of(used.map(before -> sum(before, more)).orElse(more));
    }

    /// What all parts of the reply used together: the first word is that of the first part.
    Usage whole() {
        return used.orElse(Usage.NONE);
    }

    private static Usage sum(Usage one, Usage next) {
        Duration again = next.load().plus(next.firstToken());
        return new Usage(
                next.promptTokens(),
                next.cachedTokens(),
                one.replyTokens() + next.replyTokens(),
                one.load(),
                one.firstToken(),
                one.total().plus(next.total()).minus(again));
    }

    /// The reply goes on that was begun under that record.
    void goesOnAfter(JsonObject earlier) {
        if (earlier.get(DecisionRecord.BEFORE) instanceof JsonArray before) {
            records.addAll(before);
        }
        current = Optional.of(earlier);
    }

    /// The record of a decision, with those before it.
    JsonObject record(Decision decision, DeviceReading device) {
        current.ifPresent(past -> {
            JsonObject alone = past.deepCopy();
            alone.remove(DecisionRecord.BEFORE);
            alone.remove(DecisionRecord.GIVEN_UP);
            records.add(alone);
        });
        JsonObject record = DecisionRecord.of(decision, device);
        if (!records.isEmpty()) {
            record.add(DecisionRecord.BEFORE, records.deepCopy());
        }
        current = Optional.of(record);
        return record;
    }
}
