/// The system's own packages, made from the runnable folder.
@NullMarked
package nearside.packaging.installer;

import org.jspecify.annotations.NullMarked;
