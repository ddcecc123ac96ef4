@Extension(name = "citext", schema = "words")
package shop;

import dev.varve.annotations.Extension;
