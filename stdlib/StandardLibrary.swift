// The R half of Apus
