package org.wolfgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The C programs with libmodbus, if this machine has a compiler and the library. */
final class Compiled {

    private Compiled() {}

    /**
     * One of them.
     *
     * @param source its file name in test/benchmarks
     */
    static Optional<Path> of(Path home, String source) throws IOException, InterruptedException {
        Path binary = Files.createTempDirectory("libmodbus").resolve("program");
        try {
            Process compiler = new ProcessBuilder(List.of(
                            "gcc",
                            "-O2",
                            "-I/usr/include/modbus",
                            "-o",
                            binary.toString(),
                            home.resolve("test/benchmarks").resolve(source).toString(),
                            "-lmodbus"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() == 0) {
                return Optional.of(binary);
            }
            System.out.println("libmodbus left out: it does not compile (install libmodbus-dev): "
                    + said.lines().findFirst().orElse(""));
        } catch (IOException e) {
            System.out.println("libmodbus left out: no C compiler (install gcc and libmodbus-dev)");
        }
        return Optional.empty();
    }
}
