@Extension(name = "citext", schema = "words")
@Extension(name = "hstore", version = "1.8")
@Extension(name = "ltree")
@Extension(name = "pg_trgm")
@Extension(name = "btree_gist")
package shop;

import dev.varve.annotations.Extension;
