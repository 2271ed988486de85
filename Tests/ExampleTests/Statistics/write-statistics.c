// Writes the small files of SAS and SPSS that tests read, by ReadStat's own writers.
//
//   cc write-statistics.c -lreadstat -o /tmp/write-statistics && /tmp/write-statistics FOLDER
//
// Ten people: a number, a text, labelled codes of which 9 means "refused", a date, a
// date-time, and a score with a range of missing codes.
#include <ctype.h>
#include <readstat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ssize_t write_bytes(const void *data, size_t length, void *file) {
  return fwrite(data, 1, length, file);
}

typedef readstat_error_t (*begin)(readstat_writer_t *, void *, long);

static void check(readstat_error_t code, const char *what) {
  if (code == READSTAT_OK) return;
  fprintf(stderr, "%s: %s\n", what, readstat_error_message(code));
  exit(1);
}

static FILE *file_in(const char *folder, const char *name) {
  char path[1000];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (!file) perror(path), exit(1);
  return file;
}

// Portable files know capital letters only.
static const char *named(const char *name, int is_por) {
  static char capitals[20];
  if (!is_por) return name;
  size_t end = strlen(name);
  for (size_t i = 0; i <= end; i++) capitals[i] = toupper(name[i]);
  return capitals;
}

// Days and seconds are counted from `epoch` days before 1970.
static void people(const char *folder, const char *name, begin start, int is_sas, double epoch) {
  FILE *file = file_in(folder, name);
  int is_por = start == readstat_begin_writing_por;
  readstat_writer_t *writer = readstat_writer_init();
  readstat_set_data_writer(writer, write_bytes);
  readstat_writer_set_file_timestamp(writer, 1577836800);
  readstat_label_set_t *answers = NULL, *countries = NULL, *special = NULL;
  if (!is_sas) {
    answers = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "answers");
    readstat_label_double_value(answers, 1, "yes");
    readstat_label_double_value(answers, 2, "no");
    readstat_label_double_value(answers, 9, "refused");
    countries = readstat_add_label_set(writer, READSTAT_TYPE_STRING, "countries");
    readstat_label_string_value(countries, "at", "Austria");
    readstat_label_string_value(countries, "se", "Sweden");
    special = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "special");
    readstat_label_double_value(special, 97, "unknown");
    readstat_label_double_value(special, 98, "refused");
  }
  readstat_variable_t *id = readstat_add_variable(writer, named("id", is_por), READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_t *person = readstat_add_variable(writer, named("person", is_por), READSTAT_TYPE_STRING, 12);
  readstat_variable_t *answer = readstat_add_variable(writer, named("answer", is_por), READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_t *land = readstat_add_variable(writer, named("land", is_por), READSTAT_TYPE_STRING, 2);
  readstat_variable_t *born = readstat_add_variable(writer, named("born", is_por), READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_t *seen = readstat_add_variable(writer, named("seen", is_por), READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_t *score = readstat_add_variable(writer, named("score", is_por), READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_label(person, "Who it is");
  readstat_variable_set_label(score, "Points of the test");
  readstat_variable_set_format(born, is_sas ? "DATE9" : "DATE11");
  readstat_variable_set_format(seen, "DATETIME20");
  if (is_sas) {
    readstat_variable_set_format(answer, "ANSWER");
  } else {
    readstat_variable_set_label_set(answer, answers);
    readstat_variable_set_label_set(land, countries);
    readstat_variable_set_label_set(score, special);
    check(readstat_variable_add_missing_double_value(answer, 9), "answer");
    check(readstat_variable_add_missing_double_value(score, 97), "score");
    check(readstat_variable_add_missing_double_value(score, 98), "score");
  }
  check(start(writer, file, 10), name);
  const char *names[] = {"Ada", "B\u00e9la", "Carl", "Dora", "Emil",
                         "Frieda", "Gustav", "Hanna", "", "Jan"};
  for (int row = 0; row < 10; row++) {
    double day = epoch + 3000 + 1000.0 * row;
    check(readstat_begin_row(writer), "row");
    readstat_insert_double_value(writer, id, row + 1);
    readstat_insert_string_value(writer, person, is_por && row == 1 ? "Bela" : names[row]);
    readstat_insert_double_value(writer, answer, row == 4 ? 9 : 1 + row % 2);
    readstat_insert_string_value(writer, land, row % 3 ? "at" : "se");
    if (row == 2) {
      readstat_insert_missing_value(writer, born);
      readstat_insert_missing_value(writer, seen);
    } else {
      readstat_insert_double_value(writer, born, is_sas ? day : day * 86400);
      readstat_insert_double_value(writer, seen, day * 86400 + 3600 * row + 0.5);
    }
    if (row == 7 && is_sas) {
      readstat_insert_tagged_missing_value(writer, score, 'B');
    } else {
      double code = row == 7 ? 98 : 97;
      int is_missing = row == 7 || (row == 8 && !is_sas);
      readstat_insert_double_value(writer, score, is_missing ? code : row * 1.25);
    }
    check(readstat_end_row(writer), "row");
  }
  check(readstat_end_writing(writer), name);
  readstat_writer_free(writer);
  fclose(file);
}

static void catalog(const char *folder, const char *name) {
  FILE *file = file_in(folder, name);
  readstat_writer_t *writer = readstat_writer_init();
  readstat_set_data_writer(writer, write_bytes);
  readstat_label_set_t *answers = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "ANSWER");
  readstat_label_double_value(answers, 1, "yes");
  readstat_label_double_value(answers, 2, "no");
  readstat_label_double_value(answers, 9, "refused");
  check(readstat_begin_writing_sas7bcat(writer, file), name);
  check(readstat_end_writing(writer), name);
  readstat_writer_free(writer);
  fclose(file);
}

int main(int count, char **arguments) {
  const char *folder = count > 1 ? arguments[1] : ".";
  people(folder, "people.sav", readstat_begin_writing_sav, 0, 141428);
  people(folder, "people.por", readstat_begin_writing_por, 0, 141428);
  people(folder, "people.xpt", readstat_begin_writing_xport, 1, 3653);
  people(folder, "people.sas7bdat", readstat_begin_writing_sas7bdat, 1, 3653);
  catalog(folder, "formats.sas7bcat");
  return 0;
}
