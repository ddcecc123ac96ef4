-- Dollar quotes: tags, nesting, and what only looks like one.
SELECT $$$$;
SELECT $$;$$, $$it's; "so"$$, $$ -- no comment; $$, $$ /* nor this; $$;
SELECT $a$;$$;$b$;$a$;
SELECT $größe$ ; $grösse$ ; $größe$;
SELECT $Ω$;$ω$;$Ω$, $日本$;$日$;$日本$, $_$;$_$, $_1$;$1;$_1$;
SELECT $A$;$a$;$A$;
SELECT $a$$a$, $a$$$a$, $a$a$a$;
SELECT $$a$b$c$$, $a$ $ab$ $a$;
SELECT $a$b$ab$a$, $x$ $ $x$;
SELECT a$b$c, d$e$f FROM (SELECT 1 AS a$b$c, 2 AS d$e$f) t;
SELECT $$first line;
second line;

fourth line;$$;
SELECT '$$', ';', '$$';
SELECT "$$;" FROM (SELECT 1 AS "$$;") t;
PREPARE with_parameter(int) AS SELECT $1 + $1;
PREPARE with_both(int, text) AS SELECT $1, $2||$$;$$;
DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;
DO LANGUAGE plpgsql $do$
DECLARE
  q text := $q$SELECT 'a;'; SELECT $$b;$$;$q$;
BEGIN
  EXECUTE 'SELECT 1;';
  RAISE DEBUG $m$; % ;$m$, q; -- ;
  /* ; */
END;
$do$;
CREATE FUNCTION nested() RETURNS text LANGUAGE plpgsql AS $outer$
BEGIN
  EXECUTE $inner$
    CREATE OR REPLACE FUNCTION deeper() RETURNS text LANGUAGE sql AS $body$ SELECT $$;$$::text; $body$;
  $inner$;
  RETURN deeper();
END;
$outer$;
SELECT nested();
CREATE FUNCTION quoted() RETURNS text LANGUAGE sql AS 'SELECT $$;$$::text; SELECT ''it''''s;''::text';
COMMENT ON FUNCTION quoted() IS $$;$$;
CREATE OR REPLACE FUNCTION trigger_function() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF NEW IS DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  RETURN NULL;
END
$function$;
SELECT 'end';
