// Executors
