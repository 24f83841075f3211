/* Scans registers over Modbus RTU as fast as the line allows. Usage: libmodbus_rtu DEVICE BAUD ADDRESS:COUNT...
   For each line of its input it makes one scan and prints what it took, in ms. It keeps 3.5 characters of silence before
   each request, which libmodbus leaves to its caller. */
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    int baud = argc > 3 ? atoi(argv[2]) : 0;
    modbus_t *line = baud ? modbus_new_rtu(argv[1], baud, 'N', 8, 1) : NULL;
    long silence = baud ? 35000000000L / baud : 0;
    struct timespec pause = {0, silence};
    uint16_t words[125];
    char go[16];
    if (!line || modbus_set_slave(line, 1) || modbus_connect(line)) return fprintf(stderr, "libmodbus: no line\n"), 1;
    modbus_set_response_timeout(line, 2, 0);
    while (fgets(go, sizeof go, stdin)) {
        double started = now();
        for (int i = 3; i < argc; i++) {
            int address = 0, count = 0;
            sscanf(argv[i], "%d:%d", &address, &count);
            nanosleep(&pause, NULL);
            if (modbus_read_input_registers(line, address, count, words) != count || words[0] != address)
                return fprintf(stderr, "libmodbus: read failed\n"), 1;
        }
        printf("%.3f\n", now() - started);
        fflush(stdout);
    }
    return 0;
}
