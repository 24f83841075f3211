package org.wolfgate.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;

/** The keys verb, as a person at a desk uses it. */
class KeysVerbTest {

    @TempDir
    Path folder;

    private final StringWriter complaints = new StringWriter();

    private int run(String... words) {
        return Main.commandLine().setErr(new PrintWriter(complaints, true)).execute(words);
    }

    @Test
    void makeWritesBothHalves() throws TrustException {
        assertEquals(0, run("keys", "make", folder.resolve("iso").toString()));
        KeySet given = KeySet.load(folder.resolve("iso.jwks"));
        assertEquals(
                SigningKey.load(folder.resolve("iso.jwk")).id(),
                given.keys().get(0).id());
    }

    @Test
    void makeOverwritesNothing() {
        run("keys", "make", folder.resolve("iso").toString());
        assertNotEquals(0, run("keys", "make", folder.resolve("iso").toString()));
        assertTrue(complaints.toString().contains("never overwritten"), complaints.toString());
    }

    @Test
    void rotateKeepsTheOldKeyForTheOverlap() throws IOException, TrustException {
        run("keys", "make", folder.resolve("iso").toString());
        assertEquals(0, run("keys", "rotate", folder.resolve("iso").toString(), "--overlap-days", "7"));
        KeySet given = KeySet.load(folder.resolve("iso.jwks"));
        assertEquals(2, given.keys().size());
        assertTrue(given.keys().get(0).until().isPresent());
        assertFalse(given.keys().get(1).until().isPresent());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> secrets = files.filter(file -> file.toString().endsWith(".jwk"))
                    .sorted()
                    .toList();
            assertEquals(2, secrets.size());
        }
        assertEquals(0, run("keys", "show", folder.resolve("iso.jwks").toString()));
    }

    @Test
    void aMissingFileIsOneLine() {
        assertEquals(1, run("keys", "show", folder.resolve("nobody.jwks").toString()));
        assertEquals(1, complaints.toString().lines().count(), complaints.toString());
    }
}
