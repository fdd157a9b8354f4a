package nearside.desktop.window;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;

/// A device of 16 GB with 9 of them free, on which the starter was measured.
public record PlayedSurvey() implements Survey.Device {
    private static final Memory MEMORY = new Memory(9L << 30, 16L << 30);
    private static final Speed STARTER =
            new Speed(Curve.UNKNOWN.and(500, 1_400), Curve.UNKNOWN.and(500, 120));

    public static Survey of(Models models) {
        return new Survey(models, new PlayedSurvey());
    }

    @Override
    public Memory memory() {
        return MEMORY;
    }

    @Override
    public Found found() {
        return Found.PROCESSOR;
    }

    @Override
    public Cache cache() {
        return Cache.FLOAT32_OR_INT8;
    }

    @Override
    public Speed speed(ModelFolder folder) {
        return folder.id().startsWith("smollm2") ? STARTER : Speed.UNKNOWN;
    }
}
