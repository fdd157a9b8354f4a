package nearside.packaging.catalogue;

import nearside.copilot.catalogue.CatalogueFolder;
import nearside.copilot.catalogue.CatalogueKey;
import nearside.copilot.catalogue.CatalogueReader;
import nearside.copilot.catalogue.CatalogueReading;
import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.SignatureFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;

/// Signs a catalogue of models, checks one, or makes a key; each by a person's command.
public final class SignCatalogue {
    private static final String USAGE =
            """
            new-key KEYFILE         makes a key: the private half stays in the file, the public one is printed
            sign KEYFILE CATALOGUE  writes CATALOGUE.sig if the catalogue is sound
            check [KEY] CATALOGUE   whether CATALOGUE.sig is the signature by that public key, or by the program's own
            """;

    private SignCatalogue() {}

    /// Arguments: as `USAGE` says.
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Answer answer = answer(List.of(arguments));
        System.out.println(answer.text().strip());
        if (!(answer instanceof Answer.Done)) {
            System.exit(1);
        }
    }

    /// What came of a command, in words.
    sealed interface Answer {
        String text();

        record Done(String text) implements Answer {}

        record Refused(String text) implements Answer {}
    }

    static Answer answer(List<String> arguments) throws IOException, GeneralSecurityException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.stream().skip(1).filter(it -> !it.isBlank()).toList();
        return switch (command + " " + rest.size()) {
            case "new-key 1" -> newKey(Path.of(rest.getFirst()));
            case "sign 2" -> sign(Path.of(rest.getFirst()), Path.of(rest.getLast()));
            case "check 1" -> check(Path.of(rest.getFirst()), CatalogueKey.OWN);
            case "check 2" -> check(Path.of(rest.getLast()), rest.getFirst());
            default -> new Answer.Refused(USAGE);
        };
    }

    private static Answer newKey(Path file) throws IOException, GeneralSecurityException {
        return new Answer.Done(CatalogueKey.text(KeyFile.make(file)));
    }

    /// Writes only what programs will accept.
    private static Answer sign(Path keyFile, Path catalogue)
            throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(catalogue);
        byte[] signature = SignatureFile.of(content, KeyFile.privateKey(keyFile));
        PublicKey key = KeyFile.publicKey(keyFile);
        Answer answer = answer(new CatalogueReader(key, 1).read(content, signature));
        if (answer instanceof Answer.Done) {
            Files.write(signed(catalogue), signature);
        }
        return answer;
    }

    private static Answer check(Path catalogue, String key) throws IOException {
        byte[] content = Files.readAllBytes(catalogue);
        byte[] signature = Files.readAllBytes(signed(catalogue));
        return CatalogueKey.of(key)
                .map(sound -> answer(new CatalogueReader(sound, 1).read(content, signature)))
                .orElseGet(() -> new Answer.Refused("no key, or a weak one: " + key));
    }

    private static Path signed(Path catalogue) {
        return catalogue.resolveSibling(catalogue.getFileName() + CatalogueFolder.SIGNED);
    }

    private static Answer answer(CatalogueReading reading) {
        return switch (reading) {
            case Accepted(var catalogue) ->
                    new Answer.Done(
                            "serial "
                                    + catalogue.serial()
                                    + ", issued "
                                    + catalogue.issued()
                                    + ", models: "
                                    + catalogue.models().size());
            case CatalogueReading.Refused(var fault) -> new Answer.Refused(fault.toString());
        };
    }
}
