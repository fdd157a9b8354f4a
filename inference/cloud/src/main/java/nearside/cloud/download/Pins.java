package nearside.cloud.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody vouches for of the files of a model: these, byte for byte, and no others.
///
/// @param files with the sums of their content; none where nobody vouches
record Pins(List<HubFile> files) {
    Pins {
        files = List.copyOf(files);
    }

    /// The plan as it may be followed: what the hub says of a pinned file counts as far as it does
    /// not contradict, and its bytes are held to the pin.
    Plan hold(Plan listed) throws Setback {
        if (files.isEmpty()) {
            return listed;
        }
        List<HubFile> held = new ArrayList<>();
        for (HubFile pin : files) {
            Optional<HubFile> found = named(listed, pin.name());
            if (found.isEmpty() || contradicts(found.get(), pin)) {
                throw new Setback.Lasting(
                        new DownloadFailure.NotAsCatalogued(
                                pin.name(), said(pin), found.map(Pins::said).orElse("nothing")));
            }
            held.add(pin);
        }
        return new Plan(listed.source(), listed.revision(), held);
    }

    /// Whether a plan that was kept is one that may be followed.
    boolean allow(Plan kept) {
        return files.isEmpty() || kept.files().equals(files);
    }

    private static Optional<HubFile> named(Plan plan, String name) {
        return plan.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    private static boolean contradicts(HubFile found, HubFile pin) {
        boolean sameKind = found.sum().kind() == pin.sum().kind();
        return found.size() != pin.size() || (sameKind && !found.sum().equals(pin.sum()));
    }

    private static String said(HubFile file) {
        return file.size() + " bytes, " + file.sum().hex();
    }
}
