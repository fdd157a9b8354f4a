package nearside.storage.campaign;

import nearside.storage.Child;
import nearside.storage.Profile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// How SQLite forces what it writes. Only the program's own way keeps promises; the others are
/// controls, and there is no switch for them: a changed copy of one class is put before the
/// program's.
enum Synchronous {
    FULL("2"),
    NORMAL("1"),
    OFF("0");

    private static final String CHANGED = "nearside/storage/database/Pragma.class";

    private final String readBack;

    Synchronous(String readBack) {
        this.readBack = readBack;
    }

    /// A class path for a session.
    ///
    /// @param scratch where the changed class may be put
    String classPath(Path scratch) throws IOException {
        if (this == FULL) {
            return Child.classPath();
        }
        Path file = scratch.resolve(CHANGED);
        Files.createDirectories(file.getParent());
        Files.write(file, changed());
        return scratch + File.pathSeparator + Child.classPath();
    }

    private byte[] changed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Profile.class.getResourceAsStream("database/Pragma.class"))) {
            ClassFile file = ClassFile.of();
            Change change = new Change();
            byte[] bytes =
                    file.transformClass(
                            file.parse(in.readAllBytes()),
                            ClassTransform.transformingMethodBodies(change));
            if (change.changed != 2) {
                throw new IllegalStateException("changed " + change.changed + " constants of two");
            }
            return bytes;
        }
    }

    /// Changes the value "FULL", and what follows it, which is how it reads back.
    private final class Change implements CodeTransform {
        private int changed;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (!(element instanceof ConstantInstruction it)
                    || !(it.constantValue() instanceof String text)) {
                code.with(element);
            } else if (changed == 0 && text.equals("FULL")) {
                code.loadConstant(name());
                changed = 1;
            } else if (changed == 1) {
                code.loadConstant(readBack);
                changed = 2;
            } else {
                code.with(element);
            }
        }
    }
}
