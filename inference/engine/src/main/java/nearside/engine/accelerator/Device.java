package nearside.engine.accelerator;

import java.util.Objects;

/// Something that the runtime can compute on here.
///
/// @param name vendor, kind and numbers of the device, as far as the runtime tells
/// @param driver versions of what drives it, as far as runtime and system tell
public record Device(Provider provider, String name, String driver) {
    public Device {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(name);
        Objects.requireNonNull(driver);
    }

    /// What it is called where nobody asks for more.
    public String called() {
        return name.isBlank() ? provider.name() : name;
    }

    public boolean isAccelerator() {
        return provider != Provider.CPU;
    }
}
