/// Lays out the runnable folder that people start and installers wrap.
@NullMarked
package nearside.packaging;

import org.jspecify.annotations.NullMarked;
