-- The columns of everything that has some, in order.
SELECT
  a.attrelid AS relation,
  a.attnum AS number,
  a.attname AS name,
  pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
  a.attnotnull AS not_null,
  pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) AS value,
  d.oid AS value_oid,
  a.attgenerated AS generated,
  a.attidentity AS identity,
  CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation,
  CASE WHEN NOT pg_catalog.pg_collation_is_visible(l.oid) THEN m.nspname END AS collation_schema,
  CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
  nullif(a.attcompression, '') AS compression,
  a.attislocal AS is_local,
  a.attinhcount > 0 AS is_inherited,
  nullif(coalesce(a.attstattarget, -1), -1) AS statistics,
  a.attoptions AS options,
  ARRAY(SELECT pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value)
    FROM pg_catalog.pg_options_to_table(a.attfdwoptions) AS o) AS server_options
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_namespace AS m ON m.oid = l.collnamespace
WHERE c.relnamespace = ANY (?)
  AND c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm')
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND NOT pg_catalog.starts_with(a.attname::text, 'varve_parked_')
ORDER BY a.attrelid, a.attnum;
