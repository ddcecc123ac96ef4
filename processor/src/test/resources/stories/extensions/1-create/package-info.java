@Extension(name = "citext", schema = "words")
@Extension(name = "hstore", version = "1.7")
@Extension(name = "ltree")
@Extension(name = "pg_trgm", schema = "words")
package shop;

import dev.varve.annotations.Extension;
