package nearside.copilot.downloads;

import nearside.cloud.download.Checksum;
import nearside.cloud.download.Download;
import nearside.cloud.download.Hub;
import nearside.cloud.download.HubFile;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Variant;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A model that a person wants to have here.
///
/// @param id the name that it will have on this device
/// @param title as people know it
/// @param bytes of it as far as they are known before it is listed
public record Getting(String id, String title, Download.Wanted wanted, long bytes) {
    public Getting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(wanted);
    }

    /// What a catalogue offers on a hub; empty for what lies on a share and is copied from there.
    public static Optional<Getting> of(Offered offered) {
        return switch (offered.home()) {
            case Home.OnShare(Path _) -> Optional.empty();
            case Home.OnHub(Hub hub) -> {
                Variant variant = offered.variant();
                yield Optional.of(
                        new Getting(
                                variant.id(),
                                offered.entry().name(),
                                new Download.Wanted(hub, variant.source(), pins(variant)),
                                variant.bytes()));
            }
        };
    }

    /// What the catalogue names of its files; none where the hub alone tells.
    static List<HubFile> pins(Variant variant) {
        return variant.files().stream().map(Getting::pin).toList();
    }

    private static HubFile pin(Variant.Pin pin) {
        return new HubFile(
                pin.name(), pin.size(), new Checksum(Checksum.Kind.SHA_256, pin.sha256()));
    }
}
