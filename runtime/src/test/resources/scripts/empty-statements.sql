;
;;
 ; ; SELECT 1;; ;
-- nothing;
/* nothing; */ ;
;SELECT 2
;
	;
SELECT
3
;;
