package nearside.copilot.fit;

import static nearside.copilot.fit.Cases.CARD;
import static nearside.copilot.fit.Cases.GPU;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.fit.Computing.Aside;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.Computing.Why;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ComputingTest {
    private static final Device NVIDIA = new Device(Provider.CUDA, "another card", "1");
    private static final Verdict SLOWER = new Verdict.Slower(3, 4);
    private static final Verdict FASTER = new Verdict.Faster(30, 4);

    private static Found tried(Verdict verdict) {
        return new Found(
                List.of(GPU), TryOrder.DEFAULT, List.of(new Standing(GPU, Optional.of(verdict))));
    }

    private static Computing cpu(Why why) {
        return new Computing(Provider.CPU, List.of(new Aside(Provider.DIRECTML, "a card", why)));
    }

    @Test
    void withoutAnAcceleratorTheProcessorComputes() {
        assertEquals(
                new Computing(Provider.CPU, List.of()),
                Computing.of(Provider.CPU, Found.PROCESSOR));
    }

    @Test
    void whatTheModelIsMadeForIsExpectedToCompute() {
        assertEquals(
                new Computing(Provider.DIRECTML, List.of()), Computing.of(Provider.DIRECTML, CARD));
        assertEquals(cpu(new Why.MadeForAnother()), Computing.of(Provider.CPU, CARD));
    }

    @Test
    void whatIsNotHereIsSaid() {
        assertEquals(
                new Computing(
                        Provider.CPU, List.of(new Aside(Provider.CUDA, "CUDA", new Why.NotHere()))),
                Computing.of(Provider.CUDA, Found.PROCESSOR));
    }

    @Test
    void atrialOutranksWhatTheModelIsMadeFor() {
        assertEquals(cpu(new Why.Tried(SLOWER)), Computing.of(Provider.DIRECTML, tried(SLOWER)));
        assertEquals(
                new Computing(Provider.DIRECTML, List.of()),
                Computing.of(Provider.CPU, tried(FASTER)));
    }

    @Test
    void theSettingsMayLeaveItOut() {
        Found unwanted = new Found(List.of(GPU), TryOrder.of(List.of("cpu")), List.of());
        assertEquals(cpu(new Why.NotWanted()), Computing.of(Provider.DIRECTML, unwanted));
    }

    @Test
    void theFirstOfTwoIsTaken() {
        Device second = new Device(Provider.DIRECTML, "a second card", "1");
        Found both = new Found(List.of(GPU, second, NVIDIA), TryOrder.DEFAULT, List.of());
        assertEquals(
                new Computing(
                        Provider.DIRECTML,
                        List.of(
                                new Aside(Provider.DIRECTML, "a second card", new Why.Later()),
                                new Aside(
                                        Provider.CUDA, "another card", new Why.MadeForAnother()))),
                Computing.of(Provider.DIRECTML, both));
    }
}
