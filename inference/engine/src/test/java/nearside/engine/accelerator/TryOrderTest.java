package nearside.engine.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class TryOrderTest {
    private static final Device CPU = new Device(Provider.CPU, "AMD CPU", "1.29.0");
    private static final Device CUDA = new Device(Provider.CUDA, "NVIDIA GPU", "580");
    private static final Device FIRST = new Device(Provider.DIRECTML, "AMD GPU", "1.15");
    private static final Device SECOND = new Device(Provider.DIRECTML, "Intel GPU", "1.15");
    private static final List<Device> ALL = List.of(CPU, CUDA, FIRST, SECOND);

    @Test
    void withoutAChoiceTheSystemsOwnComeFirst() {
        assertEquals(
                List.of(Provider.DIRECTML, Provider.CUDA, Provider.COREML, Provider.CPU),
                TryOrder.of(List.of()).providers());
        assertEquals(List.of(FIRST, SECOND, CUDA), TryOrder.DEFAULT.toTry(ALL));
    }

    @Test
    void aPersonsOrderCountsAndNamesAreTakenOnce() {
        TryOrder order = TryOrder.of(List.of("cuda", "directml", "cuda"));
        assertEquals(List.of(Provider.CUDA, Provider.DIRECTML), order.providers());
        assertEquals(List.of(CUDA, FIRST, SECOND), order.toTry(ALL));
    }

    @Test
    void nothingAfterTheProcessorIsTried() {
        assertEquals(List.of(), TryOrder.of(List.of("cpu", "cuda")).toTry(ALL));
        assertEquals(List.of(CUDA), TryOrder.of(List.of("cuda", "cpu", "directml")).toTry(ALL));
    }

    @Test
    void unknownNamesAreToldAndPassedOver() {
        TryOrder order = TryOrder.of(List.of("gpu", "CUDA", "cuda"));
        assertEquals(new TryOrder(List.of(Provider.CUDA), List.of("gpu", "CUDA")), order);
    }

    @Test
    void whereOnlyTheProcessorIsThereNothingIsTried() {
        assertEquals(List.of(), TryOrder.DEFAULT.toTry(List.of(CPU)));
    }
}
