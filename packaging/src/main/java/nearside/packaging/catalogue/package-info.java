/// Signs catalogues of models, and makes the keys for that.
@NullMarked
package nearside.packaging.catalogue;

import org.jspecify.annotations.NullMarked;
