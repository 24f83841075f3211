/* Reads 60 registers over Modbus TCP again and again and prints the rate. Usage: libmodbus_reads PORT READS */
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
    double d = *(const double *)a - *(const double *)b;
    return (d > 0) - (d < 0);
}

int main(int argc, char **argv) {
    int reads = argc > 2 ? atoi(argv[2]) : 0;
    modbus_t *line = argc > 2 ? modbus_new_tcp("127.0.0.1", atoi(argv[1])) : NULL;
    double *took = calloc(reads + 1, sizeof *took);
    uint16_t words[60];
    if (!line || !took || modbus_set_slave(line, 1) || modbus_connect(line)) return fprintf(stderr, "libmodbus: no connection\n"), 1;
    double started = 0;
    for (int i = -reads / 2; i < reads; i++) {
        if (i == 0) started = now();
        double before = now();
        if (modbus_read_registers(line, i < 0 ? 0 : i, 60, words) != 60) return fprintf(stderr, "libmodbus: read failed\n"), 1;
        if (i >= 0) took[i] = now() - before;
    }
    double rate = reads * 1e6 / (now() - started);
    qsort(took, reads, sizeof *took, ascending);
    printf("tcp, libmodbus: %.4g reads/s\n", rate);
    printf("tcp, libmodbus, p50: %.4g us\n", took[reads / 2]);
    printf("tcp, libmodbus, p99: %.4g us\n", took[reads * 99 / 100]);
    return 0;
}
