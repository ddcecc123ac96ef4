-- The roles that privileges and policies may name.
SELECT
  r.rolname AS name,
  r.rolcanlogin AS can_login,
  r.rolinherit AS inherits,
  r.rolbypassrls AS bypasses_row_security,
  r.rolsuper OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication AS has_more,
  ARRAY(
    SELECT g.rolname::text
    FROM pg_catalog.pg_auth_members AS m
    JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
    WHERE m.member = r.oid
    ORDER BY 1
  ) AS member_of
FROM pg_catalog.pg_roles AS r
WHERE pg_catalog.cardinality(?::pg_catalog.oid[]) > 0
  AND r.rolname !~ '^pg_'
ORDER BY r.rolname;
