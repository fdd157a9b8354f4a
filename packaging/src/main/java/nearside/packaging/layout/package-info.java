/// Where every part of the runnable folder lies, and what goes there.
@NullMarked
package nearside.packaging.layout;

import org.jspecify.annotations.NullMarked;
