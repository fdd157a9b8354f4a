/// Native libraries, staged outside the jars for one system.
@NullMarked
package nearside.packaging.natives;

import org.jspecify.annotations.NullMarked;
