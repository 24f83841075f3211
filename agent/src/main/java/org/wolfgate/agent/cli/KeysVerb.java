package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate keys}: makes, shows and changes Ed25519 keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, shows and changes the keys that orders and verdicts are signed with.")
final class KeysVerb implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: make, show or rotate");
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = "Makes a key: NAME.jwk is private, mode 600; NAME.jwks is public, to give away.")
    int make(@Parameters(paramLabel = "NAME", description = "path without an ending, such as keys/iso") Path name) {
        return said(() -> {
            SigningKey key = SigningKey.fresh();
            key.save(file(name, ".jwk"));
            KeySet.of(key).save(file(name, ".jwks"));
            System.out.println(file(name, ".jwk") + ": private key " + key.id() + "; keep it, mode 600");
            System.out.println(file(name, ".jwks") + ": its public half; give it to those who shall believe it");
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows the public keys of a file.")
    int show(@Parameters(paramLabel = "FILE", description = "a .jwks file") Path file) {
        return said(() -> {
            for (VerifyingKey key : KeySet.load(file).keys()) {
                System.out.println(key.id()
                        + key.until().map(end -> "  believed until " + end).orElse("  current"));
            }
        });
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes the next key. The public file then holds both, the old one until the overlap ends.")
    int rotate(
            @Parameters(paramLabel = "NAME", description = "path without an ending; NAME-DATE.jwk will be the next")
                    Path name,
            @Option(names = "--overlap-days", defaultValue = "30", paramLabel = "DAYS") int days) {
        return said(() -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            KeySet known = KeySet.load(file(name, ".jwks"));
            SigningKey next = SigningKey.fresh();
            Path file = file(name, "-" + now.toString().substring(0, 19).replace(":", "") + ".jwk");
            Instant end = now.plus(Duration.ofDays(days));
            next.save(file);
            known.succeededBy(next.verifying(), end).save(file(name, ".jwks"));
            System.out.println(file + ": private key " + next.id() + "; sign with it once all have the new "
                    + file(name, ".jwks"));
            System.out.println("the keys before it are believed until " + end);
        });
    }

    private interface Doing {
        void run() throws TrustException;
    }

    private static int said(Doing doing) {
        try {
            doing.run();
            return 0;
        } catch (TrustException e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    private static Path file(Path name, String ending) {
        return name.resolveSibling(name.getFileName() + ending);
    }
}
