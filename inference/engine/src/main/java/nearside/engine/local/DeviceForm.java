package nearside.engine.local;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How devices are written into a frame: their count, then provider, name and driver of each.
final class DeviceForm {
    private static final int SMALLEST = 3 * Integer.BYTES;

    private DeviceForm() {}

    static void write(List<Device> devices, Outgoing out) throws IOException {
        out.number(devices.size());
        for (Device device : devices) {
            out.choice(device.provider()).text(device.name()).text(device.driver());
        }
    }

    static void write(Optional<Device> device, Outgoing out) throws IOException {
        write(device.stream().toList(), out);
    }

    static List<Device> readAll(Incoming in) throws FrameException {
        int count = in.count(SMALLEST);
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new Device(in.choice(Provider.values()), in.text(), in.text()));
        }
        return devices;
    }

    static Optional<Device> read(Incoming in) throws FrameException {
        List<Device> devices = readAll(in);
        if (devices.size() > 1) {
            throw new FrameException(devices.size() + " devices to compute on");
        }
        return devices.stream().findFirst();
    }
}
