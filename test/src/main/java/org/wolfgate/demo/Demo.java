package org.wolfgate.demo;

import java.net.URI;
import java.nio.file.Files;

public final class Demo {
    private Demo() {}

    public static void main(String[] args) throws Exception {
        long t = System.nanoTime();
        try (EmbeddedBroker b =
                EmbeddedBroker.start(URI.create("tcp://127.0.0.1:18830"), Files.createTempDirectory("hm"))) {
            System.out.println("up " + (System.nanoTime() - t) / 1e9);
            Process p = new ProcessBuilder(
                            "mosquitto_pub", "-V", "5", "-p", "18830", "-t", "a", "-m", "x", "-q", "1", "-d")
                    .inheritIO()
                    .start();
            p.waitFor();
            System.out.println(b.hashCode());
        }
    }
}
