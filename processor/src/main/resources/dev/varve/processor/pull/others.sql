-- Whatever else there is, with the SQL that makes it where that can be told from the catalogue.
SELECT
  o.class,
  o.oid,
  o.sql,
  i.type AS kind,
  i.identity,
  -- It is about whatever else there is, or looks at it.
  o.class IN ('pg_default_acl', 'pg_event_trigger', 'pg_publication') AS is_last
FROM (
  SELECT
    'pg_collation' AS class,
    l.oid,
    l.collnamespace AS namespace,
    pg_catalog.format(
      'CREATE COLLATION %s (provider = %s, %s%s);',
      l.oid::pg_catalog.regcollation::text,
      CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
      CASE
        WHEN coalesce(later.locale, '') <> '' THEN 'locale = ' || pg_catalog.quote_literal(later.locale)
        ELSE pg_catalog.format('lc_collate = %L, lc_ctype = %L', l.collcollate, l.collctype)
      END,
      CASE WHEN l.collisdeterministic THEN '' ELSE ', deterministic = false' END) AS sql
  FROM pg_catalog.pg_collation AS l
  CROSS JOIN LATERAL (
    SELECT
      coalesce(
        pg_catalog.to_jsonb(l) ->> 'colllocale', pg_catalog.to_jsonb(l) ->> 'colliculocale') AS locale
  ) AS later
  UNION ALL
  SELECT
    'pg_cast',
    k.oid,
    NULL,
    pg_catalog.format(
      'CREATE CAST (%s AS %s) %s%s;',
      pg_catalog.format_type(k.castsource, NULL),
      pg_catalog.format_type(k.casttarget, NULL),
      CASE k.castmethod
        WHEN 'f' THEN 'WITH FUNCTION ' || k.castfunc::pg_catalog.regprocedure::text
        WHEN 'i' THEN 'WITH INOUT'
        ELSE 'WITHOUT FUNCTION'
      END,
      CASE k.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END)
  FROM pg_catalog.pg_cast AS k
  UNION ALL
  SELECT
    'pg_operator',
    p.oid,
    p.oprnamespace,
    pg_catalog.format(
      'CREATE OPERATOR %s%s (%s);',
      CASE WHEN NOT pg_catalog.pg_operator_is_visible(p.oid)
        THEN pg_catalog.quote_ident(n.nspname) || '.' END,
      p.oprname,
      pg_catalog.concat_ws(
        ', ',
        'FUNCTION = ' || p.oprcode::text,
        CASE WHEN p.oprleft <> 0 THEN 'LEFTARG = ' || pg_catalog.format_type(p.oprleft, NULL) END,
        CASE WHEN p.oprright <> 0 THEN 'RIGHTARG = ' || pg_catalog.format_type(p.oprright, NULL) END,
        'COMMUTATOR = ' || CASE WHEN pg_catalog.pg_operator_is_visible(c.oid) THEN c.oprname
          WHEN c.oid IS NOT NULL THEN pg_catalog.format('OPERATOR(%I.%s)', d.nspname, c.oprname) END,
        'NEGATOR = ' || CASE WHEN pg_catalog.pg_operator_is_visible(g.oid) THEN g.oprname
          WHEN g.oid IS NOT NULL THEN pg_catalog.format('OPERATOR(%I.%s)', h.nspname, g.oprname) END,
        CASE WHEN p.oprrest <> 0 THEN 'RESTRICT = ' || p.oprrest::text END,
        CASE WHEN p.oprjoin <> 0 THEN 'JOIN = ' || p.oprjoin::text END,
        CASE WHEN p.oprcanhash THEN 'HASHES' END,
        CASE WHEN p.oprcanmerge THEN 'MERGES' END))
  FROM pg_catalog.pg_operator AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid = p.oprnamespace
  LEFT JOIN pg_catalog.pg_operator AS c ON c.oid = p.oprcom
  LEFT JOIN pg_catalog.pg_namespace AS d ON d.oid = c.oprnamespace
  LEFT JOIN pg_catalog.pg_operator AS g ON g.oid = p.oprnegate
  LEFT JOIN pg_catalog.pg_namespace AS h ON h.oid = g.oprnamespace
  UNION ALL
  SELECT
    'pg_event_trigger',
    v.oid,
    NULL,
    pg_catalog.format(
      'CREATE EVENT TRIGGER %I ON %I%s EXECUTE FUNCTION %s();%s',
      v.evtname,
      v.evtevent,
      CASE WHEN v.evttags IS NOT NULL
        THEN ' WHEN TAG IN (''' || pg_catalog.array_to_string(v.evttags, ''', ''') || ''')' END,
      v.evtfoid::pg_catalog.regproc::text,
      CASE v.evtenabled
        WHEN 'D' THEN pg_catalog.format(E'\nALTER EVENT TRIGGER %I DISABLE;', v.evtname)
        WHEN 'R' THEN pg_catalog.format(E'\nALTER EVENT TRIGGER %I ENABLE REPLICA;', v.evtname)
        WHEN 'A' THEN pg_catalog.format(E'\nALTER EVENT TRIGGER %I ENABLE ALWAYS;', v.evtname)
      END)
  FROM pg_catalog.pg_event_trigger AS v
  UNION ALL
  SELECT
    'pg_foreign_data_wrapper',
    w.oid,
    NULL,
    pg_catalog.format(
      'CREATE FOREIGN DATA WRAPPER %I%s%s%s;',
      w.fdwname,
      CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::pg_catalog.regproc::text END,
      CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::pg_catalog.regproc::text END,
      ' OPTIONS (' || nullif(pg_catalog.array_to_string(ARRAY(
        SELECT pg_catalog.quote_ident(x.option_name) || ' ' || pg_catalog.quote_literal(x.option_value)
        FROM pg_catalog.pg_options_to_table(w.fdwoptions) AS x), ', '), '') || ')')
  FROM pg_catalog.pg_foreign_data_wrapper AS w
  UNION ALL
  SELECT
    'pg_foreign_server',
    s.oid,
    NULL,
    pg_catalog.format(
      'CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s;',
      s.srvname,
      ' TYPE ' || pg_catalog.quote_literal(s.srvtype),
      ' VERSION ' || pg_catalog.quote_literal(s.srvversion),
      w.fdwname,
      ' OPTIONS (' || nullif(pg_catalog.array_to_string(ARRAY(
        SELECT pg_catalog.quote_ident(x.option_name) || ' ' || pg_catalog.quote_literal(x.option_value)
        FROM pg_catalog.pg_options_to_table(s.srvoptions) AS x), ', '), '') || ')')
  FROM pg_catalog.pg_foreign_server AS s
  JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
  UNION ALL
  SELECT
    'pg_ts_dict',
    t.oid,
    t.dictnamespace,
    pg_catalog.format(
      'CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s%I%s);',
      t.oid::pg_catalog.regdictionary::text,
      CASE WHEN NOT pg_catalog.pg_ts_template_is_visible(p.oid)
        THEN pg_catalog.quote_ident(m.nspname) || '.' END,
      p.tmplname,
      ', ' || t.dictinitoption)
  FROM pg_catalog.pg_ts_dict AS t
  JOIN pg_catalog.pg_ts_template AS p ON p.oid = t.dicttemplate
  JOIN pg_catalog.pg_namespace AS m ON m.oid = p.tmplnamespace
  UNION ALL
  SELECT
    'pg_ts_config',
    f.oid,
    f.cfgnamespace,
    pg_catalog.format(
      'CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %s%I);%s',
      f.oid::pg_catalog.regconfig::text,
      CASE WHEN NOT pg_catalog.pg_ts_parser_is_visible(p.oid)
        THEN pg_catalog.quote_ident(m.nspname) || '.' END,
      p.prsname,
      (
        SELECT
          pg_catalog.string_agg(
            pg_catalog.format(
              E'\nALTER TEXT SEARCH CONFIGURATION %s ADD MAPPING FOR %I WITH %s;',
              f.oid::pg_catalog.regconfig::text, k.alias, g.dictionaries),
            '' ORDER BY g.maptokentype)
        FROM (
          SELECT
            x.maptokentype,
            pg_catalog.string_agg(x.mapdict::pg_catalog.regdictionary::text, ', ' ORDER BY x.mapseqno)
              AS dictionaries
          FROM pg_catalog.pg_ts_config_map AS x
          WHERE x.mapcfg = f.oid
          GROUP BY x.maptokentype
        ) AS g
        JOIN pg_catalog.ts_token_type(f.cfgparser) AS k ON k.tokid = g.maptokentype
      ))
  FROM pg_catalog.pg_ts_config AS f
  JOIN pg_catalog.pg_ts_parser AS p ON p.oid = f.cfgparser
  JOIN pg_catalog.pg_namespace AS m ON m.oid = p.prsnamespace
  UNION ALL
  SELECT
    'pg_opfamily',
    y.oid,
    y.opfnamespace,
    pg_catalog.format(
      'CREATE OPERATOR FAMILY %s%I USING %I;',
      CASE WHEN NOT pg_catalog.pg_opfamily_is_visible(y.oid)
        THEN pg_catalog.quote_ident(n.nspname) || '.' END,
      y.opfname,
      a.amname)
  FROM pg_catalog.pg_opfamily AS y
  JOIN pg_catalog.pg_namespace AS n ON n.oid = y.opfnamespace
  JOIN pg_catalog.pg_am AS a ON a.oid = y.opfmethod
  UNION ALL
  SELECT
    'pg_opclass',
    y.oid,
    y.opcnamespace,
    pg_catalog.format(
      'CREATE OPERATOR CLASS %s%I %sFOR TYPE %s USING %I FAMILY %s%I AS %s;',
      CASE WHEN NOT pg_catalog.pg_opclass_is_visible(y.oid)
        THEN pg_catalog.quote_ident(n.nspname) || '.' END,
      y.opcname,
      CASE WHEN y.opcdefault THEN 'DEFAULT ' END,
      pg_catalog.format_type(y.opcintype, NULL),
      a.amname,
      CASE WHEN NOT pg_catalog.pg_opfamily_is_visible(f.oid)
        THEN pg_catalog.quote_ident(m.nspname) || '.' END,
      f.opfname,
      pg_catalog.concat_ws(
        ', ',
        (
          SELECT
            pg_catalog.string_agg(
              pg_catalog.format(
                'OPERATOR %s %s', o.amopstrategy, o.amopopr::pg_catalog.regoperator::text)
                || coalesce(' FOR ORDER BY ' || o.sorting, ''),
              ', ' ORDER BY o.amopstrategy, o.oid)
          FROM (
            SELECT
              p.*,
              CASE WHEN NOT pg_catalog.pg_opfamily_is_visible(s.oid)
                THEN s.opfnamespace::pg_catalog.regnamespace::text || '.' ELSE '' END
                || pg_catalog.quote_ident(s.opfname) AS sorting
            FROM pg_catalog.pg_amop AS p
            LEFT JOIN pg_catalog.pg_opfamily AS s ON s.oid = p.amopsortfamily
          ) AS o
          WHERE EXISTS (
            SELECT
            FROM pg_catalog.pg_depend AS e
            WHERE e.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass
              AND e.objid = o.oid
              AND e.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
              AND e.refobjid = y.oid
          )
        ),
        (
          SELECT
            pg_catalog.string_agg(
              pg_catalog.format(
                'FUNCTION %s (%s, %s) %s',
                o.amprocnum,
                pg_catalog.format_type(o.amproclefttype, NULL),
                pg_catalog.format_type(o.amprocrighttype, NULL),
                o.amproc::pg_catalog.regprocedure::text),
              ', ' ORDER BY o.amprocnum, o.oid)
          FROM pg_catalog.pg_amproc AS o
          WHERE EXISTS (
            SELECT
            FROM pg_catalog.pg_depend AS e
            WHERE e.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass
              AND e.objid = o.oid
              AND e.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
              AND e.refobjid = y.oid
          )
        ),
        CASE WHEN y.opckeytype <> 0
          THEN 'STORAGE ' || pg_catalog.format_type(y.opckeytype, NULL) END))
  FROM pg_catalog.pg_opclass AS y
  JOIN pg_catalog.pg_namespace AS n ON n.oid = y.opcnamespace
  JOIN pg_catalog.pg_am AS a ON a.oid = y.opcmethod
  JOIN pg_catalog.pg_opfamily AS f ON f.oid = y.opcfamily
  JOIN pg_catalog.pg_namespace AS m ON m.oid = f.opfnamespace
  UNION ALL
  SELECT
    'pg_conversion',
    y.oid,
    y.connamespace,
    pg_catalog.format(
      'CREATE %sCONVERSION %s%I FOR %L TO %L FROM %s;',
      CASE WHEN y.condefault THEN 'DEFAULT ' END,
      CASE WHEN NOT pg_catalog.pg_conversion_is_visible(y.oid)
        THEN pg_catalog.quote_ident(n.nspname) || '.' END,
      y.conname,
      pg_catalog.pg_encoding_to_char(y.conforencoding),
      pg_catalog.pg_encoding_to_char(y.contoencoding),
      y.conproc::text)
  FROM pg_catalog.pg_conversion AS y
  JOIN pg_catalog.pg_namespace AS n ON n.oid = y.connamespace
  UNION ALL
  SELECT 'pg_ts_parser', y.oid, y.prsnamespace, NULL FROM pg_catalog.pg_ts_parser AS y
  UNION ALL
  SELECT 'pg_ts_template', y.oid, y.tmplnamespace, NULL FROM pg_catalog.pg_ts_template AS y
  UNION ALL
  SELECT 'pg_language', y.oid, NULL, NULL FROM pg_catalog.pg_language AS y
  UNION ALL
  SELECT
    'pg_publication',
    y.oid,
    NULL,
    pg_catalog.format(
      'CREATE PUBLICATION %I%s WITH (%s);',
      y.pubname,
      CASE
        WHEN y.puballtables THEN ' FOR ALL TABLES'
        ELSE ' FOR ' || nullif(
          pg_catalog.concat_ws(
            ', ',
            (
              SELECT
                pg_catalog.string_agg(
                  pg_catalog.format(
                    'TABLE ONLY %s%s%s',
                    r.prrelid::pg_catalog.regclass::text,
                    ' (' || (
                      SELECT pg_catalog.string_agg(
                        pg_catalog.quote_ident(c.attname), ', ' ORDER BY c.attnum)
                      FROM pg_catalog.pg_attribute AS c
                      WHERE c.attrelid = r.prrelid
                        AND c.attnum = ANY (r.prattrs::int2[])
                    ) || ')',
                    ' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')'),
                  ', ' ORDER BY r.prrelid::pg_catalog.regclass::text)
              FROM pg_catalog.pg_publication_rel AS r
              WHERE r.prpubid = y.oid
            ),
            (
              SELECT
                pg_catalog.string_agg(
                  'TABLES IN SCHEMA ' || pg_catalog.quote_ident(n.nspname), ', ' ORDER BY n.nspname)
              FROM pg_catalog.pg_publication_namespace AS r
              JOIN pg_catalog.pg_namespace AS n ON n.oid = r.pnnspid
              WHERE r.pnpubid = y.oid
            )),
          '')
      END,
      pg_catalog.concat_ws(
        ', ',
        pg_catalog.format(
          'publish = %L',
          pg_catalog.concat_ws(
            ', ',
            CASE WHEN y.pubinsert THEN 'insert' END,
            CASE WHEN y.pubupdate THEN 'update' END,
            CASE WHEN y.pubdelete THEN 'delete' END,
            CASE WHEN y.pubtruncate THEN 'truncate' END)),
        CASE WHEN y.pubviaroot THEN 'publish_via_partition_root = true' END,
        -- A column that the oldest servers do not have.
        CASE WHEN pg_catalog.to_jsonb(y) ->> 'pubgencols' = 's'
          THEN 'publish_generated_columns = stored' END))
  FROM pg_catalog.pg_publication AS y
  UNION ALL
  SELECT
    'pg_default_acl',
    y.oid,
    NULL,
    (
      SELECT
        pg_catalog.string_agg(
          pg_catalog.format(
            'ALTER DEFAULT PRIVILEGES %s%s%s %s ON %s %s %s%s;',
            CASE WHEN y.defaclrole NOT IN (owner.oid, d.datdba)
              THEN pg_catalog.format('FOR ROLE %I ', role.rolname) END,
            'IN SCHEMA ' || pg_catalog.quote_ident(n.nspname) || ' ',
            change.verb,
            change.privileges,
            CASE y.defaclobjtype
              WHEN 'r' THEN 'TABLES'
              WHEN 'S' THEN 'SEQUENCES'
              WHEN 'f' THEN 'ROUTINES'
              WHEN 'T' THEN 'TYPES'
              WHEN 'n' THEN 'SCHEMAS'
            END,
            CASE change.verb WHEN 'GRANT' THEN 'TO' ELSE 'FROM' END,
            change.grantee,
            CASE WHEN change.grantable THEN ' WITH GRANT OPTION' END),
          E'\n' ORDER BY change.verb DESC, change.grantee, change.grantable)
      FROM (
        SELECT
          verb,
          CASE WHEN acl.grantee = 0 THEN 'PUBLIC' ELSE acl.grantee::pg_catalog.regrole::text END
            AS grantee,
          pg_catalog.string_agg(acl.privilege_type, ', ' ORDER BY acl.privilege_type) AS privileges,
          acl.is_grantable AS grantable
        FROM (
          SELECT 'GRANT' AS verb, given.* FROM (
            SELECT grantee, privilege_type, is_grantable FROM pg_catalog.aclexplode(y.defaclacl)
            EXCEPT
            SELECT grantee, privilege_type, is_grantable FROM pg_catalog.aclexplode(usual.acl)
          ) AS given
          UNION ALL
          SELECT 'REVOKE', taken.* FROM (
            SELECT grantee, privilege_type, false FROM pg_catalog.aclexplode(usual.acl)
            EXCEPT
            SELECT grantee, privilege_type, false FROM pg_catalog.aclexplode(y.defaclacl)
          ) AS taken
        ) AS acl
        GROUP BY 1, 2, 4
      ) AS change
    )
  FROM pg_catalog.pg_default_acl AS y
  JOIN pg_catalog.pg_roles AS role ON role.oid = y.defaclrole
  JOIN pg_catalog.pg_roles AS owner ON owner.rolname = current_user
  JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = y.defaclnamespace
  CROSS JOIN LATERAL (
    SELECT
      CASE WHEN y.defaclnamespace = 0
        THEN pg_catalog.acldefault(
          CASE y.defaclobjtype WHEN 'S' THEN 's' ELSE y.defaclobjtype END, y.defaclrole)
      END AS acl
  ) AS usual
) AS o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class::pg_catalog.regclass, o.oid, 0) AS i
WHERE o.oid >= 16384
  AND (o.namespace IS NULL OR o.namespace = ANY (?))
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = o.class::pg_catalog.regclass
      AND e.objid = o.oid
      -- An extension's, or a part of something else.
      AND e.deptype IN ('e', 'i')
  )
ORDER BY 1, i.identity;
