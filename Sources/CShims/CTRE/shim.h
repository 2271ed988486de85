// TRE declares the names of the C library's regex.h with other contents: give its own a prefix.
#define regoff_t tre_regoff_t
#define regex_t tre_regex_t
#define regmatch_t tre_regmatch_t
#define reg_errcode_t tre_reg_errcode_t
#define REG_OK TRE_OK
#define REG_NOMATCH TRE_NOMATCH
#define REG_BADPAT TRE_BADPAT
#define REG_ECOLLATE TRE_ECOLLATE
#define REG_ECTYPE TRE_ECTYPE
#define REG_EESCAPE TRE_EESCAPE
#define REG_ESUBREG TRE_ESUBREG
#define REG_EBRACK TRE_EBRACK
#define REG_EPAREN TRE_EPAREN
#define REG_EBRACE TRE_EBRACE
#define REG_BADBR TRE_BADBR
#define REG_ERANGE TRE_ERANGE
#define REG_ESPACE TRE_ESPACE
#define REG_BADRPT TRE_BADRPT
#include <tre/tre.h>
