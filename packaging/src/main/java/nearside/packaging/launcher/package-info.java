/// The two programs that start Nearside and its worker, and what they are told.
@NullMarked
package nearside.packaging.launcher;

import org.jspecify.annotations.NullMarked;
