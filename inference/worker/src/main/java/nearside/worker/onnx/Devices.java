package nearside.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEpDevice;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtHardwareDevice;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the loaded runtime can compute on here: devices that its providers found, and providers
/// that it was built with and that look for their device themselves.
final class Devices {
    private static final Drivers DRIVERS = new Drivers();

    private Devices() {}

    /// A way to compute.
    ///
    /// @param device as it is told to people and to the program
    /// @param handle what the runtime knows it by; empty where the provider looks for its device
    record Found(Device device, Optional<OrtEpDevice> handle) {}

    /// All that this program knows how to use.
    static List<Found> of(OrtEnvironment environment) {
        List<Found> found = new ArrayList<>();
        for (OrtEpDevice handle : handles(environment)) {
            Provider.ofRuntime(handle.getEpName())
                    .ifPresent(provider -> found.add(found(provider, handle)));
        }
        for (OrtProvider built : OrtEnvironment.getAvailableProviders()) {
            Provider.ofRuntime(built.getName())
                    .filter(provider -> found.stream().noneMatch(it -> isOf(it, provider)))
                    .ifPresent(provider -> found.add(found(provider)));
        }
        return found;
    }

    private static List<OrtEpDevice> handles(OrtEnvironment environment) {
        try {
            return environment.getEpDevices().stream()
                    .sorted(
                            Comparator.comparingInt(
                                    handle -> rank(handle.getDevice().getMetadata())))
                    .toList();
        } catch (OrtException e) {
            throw new IllegalStateException("devices of the runtime", e);
        }
    }

    /// A graphics card comes before the processor's own graphics.
    static int rank(Map<String, String> metadata) {
        return "1".equals(metadata.get("Discrete")) ? 0 : 1;
    }

    private static boolean isOf(Found found, Provider provider) {
        return found.device.provider() == provider;
    }

    private static Found found(Provider provider, OrtEpDevice handle) {
        OrtHardwareDevice hardware = handle.getDevice();
        String name =
                name(
                        hardware.getVendor(),
                        hardware.getType().name(),
                        hardware.getVendorId(),
                        hardware.getDeviceId(),
                        hardware.getMetadata());
        String version = handle.getEpMetadata().getOrDefault("version", "");
        return new Found(
                new Device(provider, name, DRIVERS.of(provider, version)), Optional.of(handle));
    }

    private static Found found(Provider provider) {
        return new Found(new Device(provider, "", DRIVERS.of(provider, "")), Optional.empty());
    }

    /// The same at every start: the rest of the metadata holds numbers that a system gives anew.
    static String name(
            String vendor, String type, int vendorId, int deviceId, Map<String, String> metadata) {
        String description = metadata.getOrDefault("Description", "");
        String ids = "%04x:%04x".formatted(vendorId, deviceId);
        return "%s %s %s %s"
                .formatted(vendor, type, description, ids)
                .strip()
                .replaceAll(" +", " ");
    }

    /// The device of before, in this process. A provider that looks for its device itself says
    /// itself why it finds none.
    static Found find(OrtEnvironment environment, Device device) throws OnnxFailure {
        if (device.name().isEmpty()) {
            return new Found(device, Optional.empty());
        }
        return of(environment).stream()
                .filter(found -> found.device.equals(device))
                .findFirst()
                .orElseThrow(() -> new OnnxFailure(missing(device)));
    }

    private static String missing(Device device) {
        return "there is no device \"%s\" for %s any more"
                .formatted(device.name(), device.provider().word());
    }

    /// Makes sessions compute there.
    ///
    /// Sources: the runtime's Java interface. Its own way for DirectML is closed in builds without
    /// DirectML, even where the runtime itself is exchanged; the way by a device handle is not.
    /// DirectML computes without memory patterns only.
    static void use(Found found, SessionOptions options) throws OrtException {
        if (found.device.provider() == Provider.DIRECTML) {
            options.setMemoryPatternOptimization(false);
        }
        if (found.handle.isPresent()) {
            options.addExecutionProvider(List.of(found.handle.get()), Map.of());
            return;
        }
        switch (found.device.provider()) {
            case DIRECTML -> options.addDirectML(0);
            case CUDA -> options.addCUDA(0);
            case COREML ->
                    options.addCoreML(Map.of("ModelFormat", "MLProgram", "MLComputeUnits", "ALL"));
            case WEBGPU -> options.addWebGPU(Map.of());
            case CPU -> options.addCPU(false);
        }
    }
}
